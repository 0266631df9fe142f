import type { Client } from '@sightline/client';
import type { NewExport } from '@sightline/protocol';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** While something is made, its progress is looked at so often; else new ones of others are. */
const BUSY_MS = 700;
const QUIET_MS = 10_000;

/** A flight's exports. */
export const exportsQuery = (api: Client, flight: string) =>
  queryOptions({
    queryKey: ['exports', flight],
    queryFn: ({ signal }) => api.exports({ flight }, signal),
    refetchInterval: ({ state }) =>
      state.data?.exports.some((job) => job.state === 'running' || job.state === 'waiting') ? BUSY_MS : QUIET_MS,
  });

/** How large an export would be. */
export const exportEstimateQuery = (api: Client, asked: NewExport) =>
  queryOptions({
    queryKey: ['export-estimate', asked],
    queryFn: ({ signal }) => api.estimateExport(asked, signal),
    // Sessions go on arriving while somebody chooses.
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
