import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';

/** `/people/$id`: one person's history. */
export const personRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/people/$id',
  validateSearch: (search: Record<string, unknown>): { page?: string } =>
    typeof search.page === 'string' && search.page.trim() !== '' ? { page: search.page.slice(0, 200) } : {},
  component: lazyRouteComponent(() => import('./page.tsx'), 'PersonPage'),
});
