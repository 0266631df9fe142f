import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readEventFilter } from '../../session/event-filter.ts';

/** `/sessions/:id`: one session. */
export const sessionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sessions/$id',
  validateSearch: readEventFilter,
  component: lazyRouteComponent(() => import('./page.tsx'), 'SessionPage'),
});
