import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readFilter, writeFilter, type FilterSearch } from '../../filter/filter.ts';
import { readOffset } from './read-offset.ts';

/** `/quality`: how much of what happened is here. */
export const qualityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/quality',
  validateSearch: (search: Record<string, unknown>): FilterSearch & { offset?: number | undefined } => ({
    ...writeFilter(readFilter(search)),
    offset: readOffset(search.offset),
  }),
  component: lazyRouteComponent(() => import('./page.tsx'), 'QualityPage'),
});
