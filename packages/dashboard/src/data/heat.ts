import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PointKind, SessionFilter } from '@sightline/protocol';
import type { Client } from '@sightline/client';
import { sessionFilter, type Filter } from '../filter/filter.ts';
import type { TimeRange } from '../scope/time-range.ts';
import { againstQuery } from './against-query.ts';

/** Of which sessions a map is. */
export interface HeatScope {
  flight: string;
  range: TimeRange;
  filter: Filter;
}

/** One group, or two that are compared. */
export type HeatScopes = readonly [HeatScope] | readonly [HeatScope, HeatScope];

/** Maps are of the past: they are drawn anew when somebody comes back to them, not under the reader's eyes. */
const STALE_MS = 60_000;

const asked = ({ flight, range, filter }: HeatScope): SessionFilter => sessionFilter(filter, { flight, range, now: Date.now() });

/** The pages there are maps of. */
export const heatPagesQuery = (api: Client, scope: HeatScope) =>
  queryOptions({
    queryKey: ['heat', 'pages', scope],
    queryFn: ({ signal }) => api.heatmapPages(asked(scope), signal),
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
  });

/** Where on a page something happened, of one group of sessions or of two at once. */
export const heatPointsQuery = (api: Client, [one, other]: HeatScopes, of: { path: string; kind: PointKind; anchored: boolean }) =>
  queryOptions({
    queryKey: ['heat', 'points', one, other, of],
    queryFn: ({ signal }) => api.heatPoints({ ...asked(one), ...of, ...(other && { against: againstQuery(asked(other)) }) }, signal),
    staleTime: STALE_MS,
  });

/** A page's elements by clicks. */
export const heatElementsQuery = (api: Client, scope: HeatScope, path: string) =>
  queryOptions({
    queryKey: ['heat', 'elements', scope, path],
    queryFn: ({ signal }) => api.heatElements({ ...asked(scope), path }, signal),
    staleTime: STALE_MS,
  });

/** How far a page was scrolled and how long its parts were seen. */
export const heatReadingQuery = (api: Client, scope: HeatScope, path: string) =>
  queryOptions({
    queryKey: ['heat', 'reading', scope, path],
    queryFn: ({ signal }) => api.heatReading({ ...asked(scope), path }, signal),
    staleTime: STALE_MS,
  });

/** Recorded views of a page, from all sessions of the flight and range: a filter may leave none that was recorded. */
export const heatBackgroundsQuery = (api: Client, { flight, range }: HeatScope, path: string) =>
  queryOptions({
    queryKey: ['heat', 'backgrounds', flight, range, path],
    queryFn: ({ signal }) => api.heatBackgrounds({ ...asked({ flight, range, filter: {} }), path }, signal),
    staleTime: STALE_MS,
  });
