import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api.ts';

/** Whether a flight's events arrive, looked at again every few seconds. */
export const healthQuery = (api: Api, flight: string, everyMs = 5_000) =>
  queryOptions({ queryKey: ['health', flight], queryFn: ({ signal }) => api.health(flight, signal), refetchInterval: everyMs });
