import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';

/** `/people/$id`: one person's history. */
export const personRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/people/$id',
  validateSearch: (search: Record<string, unknown>): { page?: string; offset?: number } => ({
    ...(typeof search.page === 'string' && search.page.trim() !== '' ? { page: search.page.slice(0, 200) } : {}),
    ...(Number(search.offset) > 0 ? { offset: Math.floor(Number(search.offset)) } : {}),
  }),
  component: lazyRouteComponent(() => import('./page.tsx'), 'PersonPage'),
});
