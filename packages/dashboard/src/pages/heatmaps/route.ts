import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readHeatSearch } from './heat-search.ts';

/** `/heatmaps`: what happened where on a page. */
export const heatmapsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/heatmaps',
  validateSearch: readHeatSearch,
  component: lazyRouteComponent(() => import('./page.tsx'), 'HeatmapsPage'),
});
