import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';

/** `/live`: who is on the flight's pages now. */
export const liveRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/live',
  component: lazyRouteComponent(() => import('./page.tsx'), 'LivePage'),
});
