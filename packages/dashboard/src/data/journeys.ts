import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';
import { sessionFilter, type Filter } from '../filter/filter.ts';
import type { TimeRange } from '../scope/time-range.ts';

/** Which sessions a question is about. */
export interface Asked {
  flight: string;
  range: TimeRange;
  filter: Filter;
}

const scope = ({ flight, range, filter }: Asked) => sessionFilter(filter, { flight, range, now: Date.now() });
const STALE_MS = 30_000;

/** How many sessions went how far through steps. */
export const funnelQuery = (
  api: Client,
  asked: Asked,
  { steps, within, by }: { steps: readonly string[]; within: number | undefined; by: string },
) =>
  queryOptions({
    queryKey: ['funnel', asked, steps, within, by],
    queryFn: ({ signal }) =>
      api.funnel(
        { ...scope(asked), step: [...steps], ...(within === undefined ? {} : { within }), ...(by === 'all' ? {} : { by }) },
        signal,
      ),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });

/** Ways from page to page. */
export const pathsQuery = (api: Client, asked: Asked, { around, segments }: { around: string | undefined; segments: number | undefined }) =>
  queryOptions({
    queryKey: ['paths', asked, around, segments],
    queryFn: ({ signal }) =>
      api.paths({ ...scope(asked), ...(around === undefined ? {} : { around }), ...(segments === undefined ? {} : { segments }) }, signal),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });

/** Visitors who came again. */
export const retentionQuery = (api: Client, asked: Asked, unit: 'day' | 'week') =>
  queryOptions({
    queryKey: ['retention', asked, unit],
    queryFn: ({ signal }) => api.retention({ ...scope(asked), unit }, signal),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });
