import type { SessionPage, SessionSummary } from '@sightline/protocol';
import { useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../api-context.ts';
import { BLOCK, sessionBlockQuery } from '../../data/session-block.ts';
import { isOpen, type TimeRange } from '../../scope/time-range.ts';
import { sessionQuery, type SessionFilter } from './session-filter.ts';

const LIVE_MS = 2_000;
const COUNT_MS = 5_000;

/**
 * The list's rows, block by block as they come into view, kept fresh in place.
 *
 * A reader at the top sees new sessions come in. A reader further down must not have the rows move under the eye: newest
 * first, the list is then held at the first row it had; in other orders it rests. `arrived` counts what waits at the top.
 */
export function useSessionRows({ flight, range, filter, first, last, atTop }: SessionRowsInput): SessionRows {
  const api = useApi();
  const queries = useQueryClient();
  const [held, setHeld] = useState<Hold>({ atTop: true });
  const newestFirst = !filter.sort && !filter.ascending;
  const open = isOpen(range);
  const key = [flight, range, filter];
  const question = (now: number) => ({
    ...sessionQuery(filter, { flight, range, now }),
    ...(held.before === undefined ? {} : { to: held.before }),
  });
  const everyMs = open && (atTop || newestFirst || filter.ascending) ? LIVE_MS : false;
  const from = Math.floor(first / BLOCK);
  const to = Math.floor(Math.max(first, last) / BLOCK);
  const blocks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const { pages, loaded, failure } = useQueries({
    queries: blocks.map((block) => sessionBlockQuery(api, { key, block, question, everyMs })),
    combine: inOne,
  });

  if (held.atTop !== atTop) {
    const newest = pages[0]?.sessions[0];
    const canHold = !atTop && newestFirst && open && from === 0 && newest;
    setHeld({ atTop, released: held.before !== undefined, ...(canHold ? { before: newest.startedAt + 1 } : {}) });
  }
  useEffect(() => {
    // Back at the top, what waited is wanted now and not with the next look.
    if (held.released) void queries.invalidateQueries({ queryKey: ['sessions', flight, range, filter] });
    // oxlint-disable-next-line react/exhaustive-deps -- once for each release
  }, [held]);

  const waiting = useQuery({
    queryKey: ['sessions-waiting', ...key],
    queryFn: ({ signal }) => api.sessions({ ...sessionQuery(filter, { flight, range, now: Date.now() }), offset: 0, limit: 1 }, signal),
    enabled: held.before !== undefined,
    refetchInterval: COUNT_MS,
    gcTime: 0,
  });

  const total = pages.find((page) => page)?.total ?? queries.getQueryData<SessionPage>(['sessions', ...key, 0])?.total;
  return {
    total,
    failure: failure ?? undefined,
    loaded,
    arrived: held.before !== undefined && waiting.data && total !== undefined ? Math.max(0, waiting.data.total - total) : 0,
    row: (index) => pages[Math.floor(index / BLOCK) - from]?.sessions[index % BLOCK],
  };
}

/** While the reader is not at the top, only sessions before an instant are listed. */
interface Hold {
  atTop: boolean;
  before?: number;
  released?: boolean;
}

/** The blocks in view as one; outside the hook, so that the same answers give the same arrays. */
const inOne = (results: UseQueryResult<SessionPage>[]) => ({
  pages: results.map(({ data }) => data),
  loaded: results.flatMap(({ data }) => data?.sessions ?? []),
  failure: results.find(({ error }) => error)?.error,
});

export interface SessionRowsInput {
  flight: string;
  range: TimeRange;
  filter: SessionFilter;
  /** Rows in view. */
  first: number;
  last: number;
  atTop: boolean;
}

export interface SessionRows {
  /** Undefined until the first answer. */
  total: number | undefined;
  failure: Error | undefined;
  /** The rows that are there, of all blocks in view. */
  loaded: SessionSummary[];
  /** New sessions that wait above. */
  arrived: number;
  row: (index: number) => SessionSummary | undefined;
}
