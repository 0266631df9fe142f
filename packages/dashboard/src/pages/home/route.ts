import { createRoute, redirect } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';

/** `/`: for now the sessions are the first thing to look at. */
export const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/sessions', replace: true });
  },
});
