import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../../app-route.tsx';
import { isPageSort } from './page-sorts.ts';
import { readFilter, writeFilter, type FilterSearch } from '../../filter/filter.ts';
import type { PagesSearch } from './pages-search.ts';

/** `/pages`: the pages of the site. */
export const pagesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pages',
  validateSearch: (search: Record<string, unknown>): FilterSearch & PagesSearch => ({
    ...writeFilter(readFilter(search)),
    ...(typeof search.find === 'string' && search.find.trim() !== '' ? { find: search.find.slice(0, 200) } : {}),
    ...(isPageSort(search.sort) && search.sort !== 'views' ? { sort: search.sort } : {}),
    ...(search.ascending === true || search.ascending === 'true' ? { ascending: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./page.tsx'), 'PagesPage'),
});
