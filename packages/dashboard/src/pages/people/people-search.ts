import type { PeopleSort } from '@sightline/protocol';

/** What the list of people shows, as its URL carries it; absent means the default. */
export interface PeopleSearch {
  search?: string;
  unknown?: boolean;
  sort?: PeopleSort;
  ascending?: boolean;
}

export const DEFAULT_PEOPLE_SORT: PeopleSort = 'lastAt';

const SORTS: Record<PeopleSort, true> = { lastAt: true, firstAt: true, sessions: true, pageViews: true, label: true };

/** Reads the list's part of a URL; what cannot be read is left out. */
export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const text = typeof search.search === 'string' ? search.search.slice(0, 200) : '';
  return {
    ...(text.trim() === '' ? {} : { search: text }),
    ...(isTrue(search.unknown) ? { unknown: true } : {}),
    ...(isSort(search.sort) && search.sort !== DEFAULT_PEOPLE_SORT ? { sort: search.sort } : {}),
    ...(isTrue(search.ascending) ? { ascending: true } : {}),
  };
}

/** What people can be sorted by. */
export const PEOPLE_SORTS = Object.keys(SORTS);

const isTrue = (value: unknown) => value === true || value === 'true';
const isSort = (value: unknown): value is PeopleSort => typeof value === 'string' && Object.hasOwn(SORTS, value);
