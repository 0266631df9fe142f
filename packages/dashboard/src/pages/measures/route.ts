import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import type { MeasureSearch } from './measure-search.ts';

/** `/measures`: one metric over many sessions, compared. Its search is read by the page, so that the catalogue loads with it. */
export const measuresRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/measures',
  validateSearch: (search: Record<string, unknown>): MeasureSearch => search as MeasureSearch,
  component: lazyRouteComponent(() => import('./page.tsx'), 'MeasuresPage'),
});

/** `/measures/table`: chosen metrics by condition, for a paper. */
export const paperRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/measures/table',
  validateSearch: (search: Record<string, unknown>): MeasureSearch & { metrics?: string | undefined } => search as MeasureSearch,
  component: lazyRouteComponent(() => import('./paper-page.tsx'), 'PaperPage'),
});

/** `/measures/definitions`: every metric in words, and what this flight measures it with. */
export const definitionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/measures/definitions',
  validateSearch: (search: Record<string, unknown>): { metric?: string | undefined } => search as { metric?: string },
  component: lazyRouteComponent(() => import('./definitions-page.tsx'), 'DefinitionsPage'),
});
