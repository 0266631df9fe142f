import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { readFilter, writeFilter } from '../../filter/filter.ts';
import type { PathsSearch } from './paths-search.ts';

/** `/paths`: ways from page to page. */
export const pathsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/paths',
  validateSearch: (search: Record<string, unknown>): PathsSearch => ({
    ...writeFilter(readFilter(search)),
    around: typeof search.around === 'string' && search.around !== '' ? search.around : undefined,
    segments: ['1', '2'].includes(String(search.segments)) ? Number(search.segments) : undefined,
  }),
  component: lazyRouteComponent(() => import('./page.tsx'), 'PathsPage'),
});
