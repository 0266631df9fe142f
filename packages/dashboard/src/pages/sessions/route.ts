import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readSessionsSearch, type SessionsSearch } from './views/view-search.ts';

/** `/sessions`: the list for the chosen flight and time range. */
export const sessionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sessions',
  validateSearch: (search: Record<string, unknown>): SessionsSearch => readSessionsSearch(search),
  component: lazyRouteComponent(() => import('./page.tsx'), 'SessionsPage'),
});
