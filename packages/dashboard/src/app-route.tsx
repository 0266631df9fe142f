import { createRoute, redirect } from '@tanstack/react-router';
import { applicationsQuery } from './data/applications.ts';
import { meQuery } from './data/me.ts';
import { Frame } from './frame/frame.tsx';
import { FailureEntrance } from './pages/failure/entrance.tsx';
import { rootRoute } from './root-route.tsx';

/** The frame around every page that needs somebody signed in. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ context: { api, queryClient }, location }) => {
    const me = await queryClient.ensureQueryData(meQuery(api));
    if (me.needsOwner) throw redirect({ to: '/setup' });
    if (!me.account) throw redirect({ to: '/sign-in', search: { back: location.href } });
  },
  loader: ({ context: { api, queryClient } }) => queryClient.ensureQueryData(applicationsQuery(api)),
  errorComponent: FailureEntrance,
  component: Frame,
});
