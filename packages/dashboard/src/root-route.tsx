import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet, retainSearchParams } from '@tanstack/react-router';
import type { Client } from '@sightline/client';
import { FailureEntrance } from './pages/failure/entrance.tsx';
import { OfflineBanner } from './frame/offline-banner.tsx';
import { readScope } from './scope/scope.ts';

/** What every route can use before its page is there. */
export interface RouteContext {
  api: Client;
  queryClient: QueryClient;
}

/** The route above all others: it keeps application, flight and time range in every address. */
export const rootRoute = createRootRouteWithContext<RouteContext>()({
  validateSearch: readScope,
  search: { middlewares: [retainSearchParams(['application', 'flight', 'range'])] },
  // Whatever fails up here takes the frame with it, and its landmark too.
  errorComponent: FailureEntrance,
  component: () => (
    <>
      <OfflineBanner />
      <Outlet />
    </>
  ),
});
