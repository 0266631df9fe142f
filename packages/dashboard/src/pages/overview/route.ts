import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readFilter, writeFilter, type FilterSearch } from '../../filter/filter.ts';
import { isCounted, type Counted } from './counted.ts';

/** `/overview`: what happened, all in all. */
export const overviewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/overview',
  validateSearch: (search: Record<string, unknown>): FilterSearch & { count?: Counted; table?: boolean } => ({
    ...writeFilter(readFilter(search)),
    ...(isCounted(search.count) && search.count !== 'sessions' ? { count: search.count } : {}),
    ...(search.table === true || search.table === 'true' ? { table: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./page.tsx'), 'OverviewPage'),
});
