import type { SessionQuery, SessionSummary } from '@sightline/protocol';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
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
  const newestFirst = !filter.sort && !filter.ascending;
  const open = isOpen(range);
  const key = [flight, range, filter];
  const heldBefore = useRef<number | undefined>(undefined);
  const question = (): SessionQuery => {
    const query = sessionQuery(filter, { flight, range, now: Date.now() });
    return heldBefore.current === undefined ? query : { ...query, to: heldBefore.current };
  };
  const everyMs = open && (atTop || newestFirst || filter.ascending) ? LIVE_MS : false;
  const from = Math.floor(first / BLOCK);
  const to = Math.floor(Math.max(first, last) / BLOCK);
  const blocks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const results = useQueries({ queries: blocks.map((block) => sessionBlockQuery(api, { key, block, query: question, everyMs })) });
  const top = queries.getQueryData(sessionBlockQuery(api, { key, block: 0, query: question, everyMs }).queryKey);

  const wasAtTop = useRef(true);
  useEffect(() => {
    if (atTop === wasAtTop.current) return;
    wasAtTop.current = atTop;
    const newest = top?.sessions[0];
    heldBefore.current = atTop || !newestFirst || !open || !newest ? undefined : newest.startedAt + 1;
    if (atTop) void queries.invalidateQueries({ queryKey: ['sessions', ...key] });
  });

  const waiting = useQuery({
    queryKey: ['sessions-waiting', ...key],
    queryFn: ({ signal }) => api.sessions({ ...sessionQuery(filter, { flight, range, now: Date.now() }), offset: 0, limit: 1 }, signal),
    enabled: open && newestFirst && !atTop,
    refetchInterval: COUNT_MS,
    gcTime: 0,
  });

  const total = results.find(({ data }) => data)?.data?.total ?? top?.total;
  return {
    total,
    failure: results.find(({ error }) => error)?.error ?? undefined,
    arrived: !atTop && waiting.data && total !== undefined ? Math.max(0, waiting.data.total - total) : 0,
    row: (index) => results[Math.floor(index / BLOCK) - from]?.data?.sessions[index % BLOCK],
  };
}

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
  /** New sessions that wait above. */
  arrived: number;
  row: (index: number) => SessionSummary | undefined;
}
