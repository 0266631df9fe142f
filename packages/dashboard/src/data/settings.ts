import { queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';

/** All versions of what a flight records; looked at again when the reader comes back, as the builder saves from another window. */
export const settingsQuery = (api: Client, flight: string) =>
  queryOptions({ queryKey: ['settings', flight], queryFn: ({ signal }) => api.settings(flight, signal), refetchOnWindowFocus: 'always' });
