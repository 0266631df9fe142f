import { useQueries, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';

/** Rows asked for at once; a screen shows about thirty. */
export const BLOCK = 100;

/**
 * The rows of a long list, block by block as they come into view, asked for again every now and then. While another list than before is on its way, the
 * one before stays: nothing jumps while somebody types.
 */
export function useBlocks<Row>({ queryKey, view, everyMs, ask }: BlocksInput<Row>): Blocks<Row> {
  const from = Math.floor(view.first / BLOCK);
  const to = Math.floor(Math.max(view.first, view.last) / BLOCK);
  const now = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, index) => ({
      queryKey: [...queryKey, from + index],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask({ offset: (from + index) * BLOCK, limit: BLOCK }, signal),
      refetchInterval: everyMs,
      staleTime: 1_000,
    })),
    combine: inOne<Row>,
  });
  const name = JSON.stringify(queryKey);
  const [kept, keep] = useState({ name, from, blocks: now });
  const isThere = now.total !== undefined;
  if (isThere && (kept.blocks !== now || kept.from !== from)) keep({ name, from, blocks: now });
  // Of the same list, a block that is not there yet is shown as such.
  const shown = isThere || kept.name === name ? { from, blocks: now } : kept;
  return {
    total: now.total ?? kept.blocks.total,
    failure: now.failure,
    row: (index) => shown.blocks.pages[Math.floor(index / BLOCK) - shown.from]?.rows[index % BLOCK],
  };
}

/** The blocks in view as one; outside the hook, so that the same answers give the same object. */
const inOne = <Row>(results: UseQueryResult<RowPage<Row>>[]) => ({
  pages: results.map(({ data }) => data),
  total: results.find(({ data }) => data)?.data?.total,
  failure: results.find(({ error }) => error)?.error,
});

/** Some rows of a list, and how many it has. */
export interface RowPage<Row> {
  rows: readonly Row[];
  total: number;
}

export interface BlocksInput<Row> {
  queryKey: QueryKey;
  /** Rows in view. */
  view: { first: number; last: number };
  everyMs: number | false;
  ask: (asked: { offset: number; limit: number }, signal: AbortSignal) => Promise<RowPage<Row>>;
}

export interface Blocks<Row> {
  /** Undefined until the first answer. */
  total: number | undefined;
  failure: Error | null | undefined;
  row: (index: number) => Row | undefined;
}
