import { createRoute, redirect } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';

/** `/dashboard`: where UNT's dashboard was; the people are it now. */
export const untDashboardRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/dashboard',
  beforeLoad: () => {
    throw redirect({ to: '/people', replace: true });
  },
});
