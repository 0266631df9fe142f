import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readFilter, writeFilter } from '../../filter/filter.ts';
import { readSessionFilter } from './session-filter.ts';

/** `/sessions`: the list for the chosen flight and time range. */
export const sessionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sessions',
  validateSearch: (search: Record<string, unknown>) => ({ ...readSessionFilter(search), ...writeFilter(readFilter(search)) }),
  component: lazyRouteComponent(() => import('./page.tsx'), 'SessionsPage'),
});
