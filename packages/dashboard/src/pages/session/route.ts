import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readSessionSearch } from '../../session/session-search.ts';

/** `/sessions/:id`: one session. */
export const sessionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sessions/$id',
  validateSearch: readSessionSearch,
  component: lazyRouteComponent(() => import('./page.tsx'), 'SessionPage'),
});
