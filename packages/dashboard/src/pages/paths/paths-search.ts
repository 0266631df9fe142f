import type { FilterSearch } from '../../filter/filter.ts';

/** What the paths page shows, as texts of its URL. */
export interface PathsSearch extends FilterSearch {
  around?: string | undefined;
  segments?: number | undefined;
}
