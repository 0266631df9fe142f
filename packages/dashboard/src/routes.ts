import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import type { Client } from '@sightline/client';
import { appRoute } from './app-route.tsx';
import { framedPages, openPages } from './pages/index.ts';
import { FailurePage } from './pages/failure/page.tsx';
import { NotFoundPage } from './pages/not-found/page.tsx';
import { rootRoute } from './root-route.tsx';
import { parsePlainSearch, stringifyPlainSearch } from './routing/plain-search.ts';

/** The typed router over all pages. */
export const createAppRouter = ({ api, queryClient }: { api: Client; queryClient: QueryClient }) =>
  createRouter({
    routeTree: rootRoute.addChildren([...openPages, appRoute.addChildren([...framedPages])]),
    context: { api, queryClient },
    parseSearch: parsePlainSearch,
    stringifySearch: stringifyPlainSearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: FailurePage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
