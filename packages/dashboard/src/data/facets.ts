import { queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';

/** What a flight's sessions can be filtered and grouped by; new values are no hurry. */
export const facetsQuery = (api: Client, flight: string) =>
  queryOptions({ queryKey: ['facets', flight], queryFn: ({ signal }) => api.facets(flight, signal), staleTime: 60_000 });
