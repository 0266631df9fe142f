import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meQuery } from '../../data/me.ts';
import { rootRoute } from '../../root-route.tsx';
import { FailureEntrance } from '../failure/entrance.tsx';

/** `/join#code`: an account by an invitation. */
export const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  loader: ({ context: { api, queryClient } }) => queryClient.ensureQueryData(meQuery(api)),
  errorComponent: FailureEntrance,
  component: lazyRouteComponent(() => import('./page.tsx'), 'JoinPage'),
});
