import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';

/** `/flights`: applications with their flights. */
export const flightsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/flights',
  component: lazyRouteComponent(() => import('./page.tsx'), 'FlightsPage'),
});
