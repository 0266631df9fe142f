import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readExportSearch } from './export-search.ts';

/** `/exports`: taking data away. */
export const exportsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/exports',
  validateSearch: readExportSearch,
  component: lazyRouteComponent(() => import('./page.tsx'), 'ExportsPage'),
});
