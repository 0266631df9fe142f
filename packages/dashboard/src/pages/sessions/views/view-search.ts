import type { ViewSearch } from '@sightline/protocol';
import { readFilter, writeFilter, type FilterSearch } from '../../../filter/filter.ts';
import { readColumns, writeColumns } from '../columns/read-columns.ts';
import { readSessionFilter, type SessionFilter } from '../session-filter.ts';

/** The session list's own part of a URL. */
export type SessionsSearch = Pick<SessionFilter, 'search' | 'live' | 'min' | 'sort' | 'ascending'> &
  FilterSearch & { columns?: string | undefined };

/** Reads the list's own part of a URL or of a saved view; what cannot be read is left out. */
export const readSessionsSearch = (search: Record<string, unknown>): SessionsSearch => ({
  ...readSessionFilter(search),
  ...writeFilter(readFilter(search)),
  columns: writeColumns(readColumns(search.columns)),
});

/** What of it a view keeps. */
export const viewSearch = (search: Record<string, unknown>): ViewSearch =>
  Object.fromEntries(Object.entries(readSessionsSearch(search)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** Whether two show the same. */
export const isSameView = (one: Record<string, unknown>, other: Record<string, unknown>): boolean => written(one) === written(other);

const written = (search: Record<string, unknown>) =>
  JSON.stringify(Object.entries(viewSearch(search)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
