import type { SessionQuery, SessionSort } from '@sightline/protocol';
import { isFiltered as isNarrowed, type Filter } from '../../filter/filter.ts';
import type { TimeRange } from '../../scope/time-range.ts';
import { boundsOf } from '../../scope/time-range.ts';

/** What the session list shows and in which order, as its URL carries it; absent means the default. */
export interface SessionFilter extends Filter {
  search?: string;
  live?: boolean;
  min?: number;
  sort?: SessionSort;
  ascending?: boolean;
}

export const DEFAULT_SORT: SessionSort = 'startedAt';

// A full record, so that a sort which the protocol gains or loses is a compile error here.
const SORTS: Record<SessionSort, true> = {
  startedAt: true,
  lastAt: true,
  durationMs: true,
  events: true,
  clicks: true,
  pageViews: true,
  openMs: true,
  visibleMs: true,
  activeMs: true,
};
/** What the list can be in order of. */
export const SESSION_SORTS: readonly string[] = Object.keys(SORTS);
const SEARCH_LENGTH = 200;

/** Reads the list's own part of a URL; what cannot be read is left out. The conditions that all pages know are read by `readFilter`. */
export function readSessionFilter(search: Record<string, unknown>): Omit<SessionFilter, keyof Filter> {
  const text = typeof search.search === 'string' ? search.search.slice(0, SEARCH_LENGTH) : '';
  const min = Number(search.min);
  return {
    ...(text.trim() === '' ? {} : { search: text }),
    ...(isTrue(search.live) ? { live: true } : {}),
    ...(Number.isSafeInteger(min) && min > 0 ? { min } : {}),
    ...(isSort(search.sort) && search.sort !== DEFAULT_SORT ? { sort: search.sort } : {}),
    ...(isTrue(search.ascending) ? { ascending: true } : {}),
  };
}

/** The question to the server that a filter stands for at a moment. */
export function sessionQuery(
  { search, live, min, sort, ascending, ...filter }: SessionFilter,
  { flight, range, now }: { flight: string; range: TimeRange; now: number },
): SessionQuery {
  return {
    flight,
    ...boundsOf(range, now),
    ...filter,
    ...(search ? { search: search.trim() } : {}),
    ...(live ? { live: true } : {}),
    ...(min ? { minEvents: min } : {}),
    sort: sort ?? DEFAULT_SORT,
    descending: !ascending,
  };
}

/** Whether anything is filtered out. */
export const isFiltered = (filter: SessionFilter): boolean => Boolean(filter.search ?? filter.live ?? filter.min) || isNarrowed(filter);

const isTrue = (value: unknown) => value === true || value === 'true';
const isSort = (value: unknown): value is SessionSort => typeof value === 'string' && Object.hasOwn(SORTS, value);
