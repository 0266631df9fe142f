import { queryOptions } from '@tanstack/react-query';
import type { SessionQuery } from '@sightline/protocol';
import type { Api } from '../api.ts';

/** Sessions asked for at once; a screen shows about thirty. */
export const BLOCK = 100;

/** One block of the session list. `query()` is called at each fetch, because "the last hour" moves while the key stays. */
export const sessionBlockQuery = (
  api: Api,
  { key, block, query, everyMs }: { key: readonly unknown[]; block: number; query: () => SessionQuery; everyMs: number | false },
) =>
  queryOptions({
    queryKey: ['sessions', ...key, block],
    queryFn: ({ signal }) => api.sessions({ ...query(), offset: block * BLOCK, limit: BLOCK }, signal),
    refetchInterval: everyMs,
    staleTime: 1_000,
  });
