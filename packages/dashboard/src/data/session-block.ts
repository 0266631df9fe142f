import { queryOptions } from '@tanstack/react-query';
import type { SessionQuery } from '@sightline/protocol';
import type { Client } from '@sightline/client';

/** Sessions asked for at once; a screen shows about thirty. */
export const BLOCK = 100;

/** One block of the session list. `question` is put anew at each fetch, because "the last hour" moves while the key stays. */
export const sessionBlockQuery = (api: Client, { key, block, question, everyMs }: SessionBlock) =>
  queryOptions({
    queryKey: ['sessions', ...key, block],
    queryFn: ({ signal }) => api.sessions({ ...question(Date.now()), offset: block * BLOCK, limit: BLOCK }, signal),
    refetchInterval: everyMs,
    staleTime: 1_000,
  });

export interface SessionBlock {
  key: readonly unknown[];
  block: number;
  question: (now: number) => SessionQuery;
  everyMs: number | false;
}
