import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readSessionFilter } from './session-filter.ts';

/** `/sessions`: the list for the chosen flight and time range. */
export const sessionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sessions',
  validateSearch: readSessionFilter,
  component: lazyRouteComponent(() => import('./page.tsx'), 'SessionsPage'),
});
