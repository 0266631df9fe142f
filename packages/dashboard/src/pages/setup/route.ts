import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meQuery } from '../../data/me.ts';
import { FailureEntrance } from '../failure/entrance.tsx';
import { rootRoute } from '../../root-route.tsx';

/** `/setup#code`: the owner account, then a first look. */
export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  loader: ({ context: { api, queryClient } }) => queryClient.ensureQueryData(meQuery(api)),
  errorComponent: FailureEntrance,
  component: lazyRouteComponent(() => import('./page.tsx'), 'SetupPage'),
});
