import { queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';
import { sessionFilter } from '../filter/filter.ts';
import type { HeatScope } from './heat.ts';

/** A flight's areas of interest. */
export const areasQuery = (api: Client, flight: string) =>
  queryOptions({ queryKey: ['areas', flight], queryFn: ({ signal }) => api.areas(flight, signal) });

/** What happened in the areas of a page; asked anew when they change. */
export const areaMeasuresQuery = (
  api: Client,
  scope: HeatScope,
  { path, by, areas }: { path: string; by: string | undefined; areas: readonly string[] },
) =>
  queryOptions({
    queryKey: ['areas', scope.flight, 'measures', scope, path, by, areas],
    queryFn: ({ signal }) =>
      api.areaMeasures({ ...sessionFilter(scope.filter, { ...scope, now: Date.now() }), path, ...(by !== undefined && { by }) }, signal),
    staleTime: 60_000,
  });
