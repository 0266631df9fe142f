import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';
import { sessionFilter, type Filter } from '../filter/filter.ts';
import { isOpen, type TimeRange } from '../scope/time-range.ts';

const LIVE_MS = 10_000;

/** How whole the sessions of a filter are, and a page of those to look at. */
export const qualityQuery = (
  api: Client,
  { flight, range, filter }: { flight: string; range: TimeRange; filter: Filter },
  { offset, limit }: { offset: number; limit: number },
) =>
  queryOptions({
    queryKey: ['quality', flight, range, filter, offset, limit],
    queryFn: ({ signal }) => api.quality({ ...sessionFilter(filter, { flight, range, now: Date.now() }), offset, limit }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: isOpen(range) ? LIVE_MS : false,
  });
