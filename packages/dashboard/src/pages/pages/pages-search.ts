import type { PageSort } from '@sightline/protocol';

/** What the list of pages shows, beside its filter. */
export interface PagesSearch {
  find?: string;
  sort?: PageSort;
  ascending?: boolean;
}
