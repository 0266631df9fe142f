import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readFunnelSearch } from './funnel-search.ts';

/** `/funnels`: how far sessions go through steps. */
export const funnelsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/funnels',
  validateSearch: readFunnelSearch,
  component: lazyRouteComponent(() => import('./page.tsx'), 'FunnelsPage'),
});
