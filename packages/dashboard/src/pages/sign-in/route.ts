import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../../data/me.ts';
import { FailureEntrance } from '../failure/entrance.tsx';
import { rootRoute } from '../../root-route.tsx';

/** `/sign-in`: leads back to where somebody wanted to go, as long as that is a page of ours. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } =>
    typeof search.back === 'string' && /^\/(?![/\\])/.test(search.back) ? { back: search.back } : {},
  beforeLoad: async ({ context: { api, queryClient } }) => {
    const me = await queryClient.ensureQueryData(meQuery(api));
    if (me.needsOwner) throw redirect({ to: '/setup' });
    if (me.account) throw redirect({ to: '/' });
  },
  errorComponent: FailureEntrance,
  component: lazyRouteComponent(() => import('./page.tsx'), 'SignInPage'),
});
