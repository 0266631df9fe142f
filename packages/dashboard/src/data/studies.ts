import { queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';

/** Who is on a flight's pages, every two seconds. */
export const liveQuery = (api: Client, flight: string) =>
  queryOptions({ queryKey: ['live', flight], queryFn: ({ signal }) => api.live(flight, signal), refetchInterval: 2_000, gcTime: 10_000 });

/** How a flight is run as a study. */
export const studyQuery = (api: Client, flight: string) =>
  queryOptions({ queryKey: ['study', flight], queryFn: ({ signal }) => api.study(flight, signal) });

/** The participants of a study, who come and go. */
export const participantsQuery = (api: Client, flight: string) =>
  queryOptions({ queryKey: ['participants', flight], queryFn: ({ signal }) => api.participants(flight, signal), refetchInterval: 10_000 });
