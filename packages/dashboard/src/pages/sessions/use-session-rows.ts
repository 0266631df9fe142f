import type { SessionSummary } from '@sightline/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useApi } from '../../api-context.ts';
import { useBlocks } from '../../data/use-blocks.ts';
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
  const list = JSON.stringify([flight, range, filter]);
  const [hold, setHold] = useState<Hold>({ list, atTop: true });
  // Another list is at its top, whatever the one before was.
  const held = hold.list === list ? hold : { list, atTop: true };
  const newestFirst = !filter.sort && !filter.ascending;
  const open = isOpen(range);
  const queryKey = ['sessions', flight, range, filter];
  const { total, failure, row } = useBlocks<SessionSummary>({
    queryKey,
    view: { first, last },
    everyMs: open && (atTop || newestFirst || filter.ascending) ? LIVE_MS : false,
    ask: async (asked, signal) => {
      // "The last hour" moves while the list stays.
      const question = sessionQuery(filter, { flight, range, now: Date.now() });
      const page = await api.sessions({ ...question, ...(held.before === undefined ? {} : { to: held.before }), ...asked }, signal);
      return { rows: page.sessions, total: page.total };
    },
  });

  if (held.atTop !== atTop) {
    const newest = row(0);
    const canHold = !atTop && newestFirst && open && newest;
    setHold({ list, atTop, released: held.before !== undefined, ...(canHold ? { before: newest.startedAt + 1 } : {}) });
  }
  const refresh = useEffectEvent(() => queries.invalidateQueries({ queryKey }));
  useEffect(() => {
    // Back at the top, what waited is wanted now and not with the next look.
    if (hold.released) void refresh();
  }, [hold]);

  const waiting = useQuery({
    queryKey: ['sessions-waiting', flight, range, filter],
    queryFn: ({ signal }) => api.sessions({ ...sessionQuery(filter, { flight, range, now: Date.now() }), offset: 0, limit: 1 }, signal),
    enabled: held.before !== undefined,
    refetchInterval: COUNT_MS,
    gcTime: 0,
  });
  return {
    total,
    failure: failure ?? undefined,
    arrived: held.before !== undefined && waiting.data && total !== undefined ? Math.max(0, waiting.data.total - total) : 0,
    row,
  };
}

/** While the reader is not at the top, only sessions before an instant are listed. */
interface Hold {
  list: string;
  atTop: boolean;
  before?: number;
  released?: boolean;
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
