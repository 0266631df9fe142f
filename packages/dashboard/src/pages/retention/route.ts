import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readFilter, writeFilter, type FilterSearch } from '../../filter/filter.ts';

/** `/retention`: visitors who came again. */
export const retentionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/retention',
  validateSearch: (search: Record<string, unknown>): FilterSearch & { unit?: 'day' | undefined } => ({
    ...writeFilter(readFilter(search)),
    unit: search.unit === 'day' ? 'day' : undefined,
  }),
  component: lazyRouteComponent(() => import('./page.tsx'), 'RetentionPage'),
});
