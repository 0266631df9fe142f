import { queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';

/** All versions of what a flight records; looked at again every few seconds, as others and the builder save, too. */
export const settingsQuery = (api: Client, flight: string) =>
  queryOptions({ queryKey: ['settings', flight], queryFn: ({ signal }) => api.settings(flight, signal), refetchInterval: 5_000 });
