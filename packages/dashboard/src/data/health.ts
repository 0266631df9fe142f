import { queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';

/** Whether a flight's events arrive, looked at again every few seconds. */
export const healthQuery = (api: Client, flight: string, everyMs = 5_000) =>
  queryOptions({ queryKey: ['health', flight], queryFn: ({ signal }) => api.health(flight, signal), refetchInterval: everyMs });
