import { Refused } from '@sightline/client';
import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useBlocks, type BlocksInput } from '../../data/use-blocks.ts';
import { DataGrid, type DataGridProps } from './data-grid.tsx';

const FIRST_VIEW = { first: 0, last: 0 };

/** A table of any length whose rows are asked for as they come into view. */
export function BlockGrid<Row>({ queryKey, ask, everyMs, onTotal, empty, refused, ...rest }: BlockGridProps<Row>) {
  const [view, setView] = useState(FIRST_VIEW);
  const { total, failure, row } = useBlocks({ queryKey, view, everyMs, ask });
  useEffect(() => {
    if (total !== undefined) onTotal?.(total);
  }, [total, onTotal]);
  if (refused !== undefined && failure instanceof Refused && failure.status === 403) return refused;
  if (total === 0) return empty;
  return (
    <DataGrid
      {...rest}
      list={JSON.stringify(queryKey)}
      count={total}
      row={row}
      failure={failure}
      onView={({ first, last }) => setView((before) => (before.first === first && before.last === last ? before : { first, last }))}
    />
  );
}

export interface BlockGridProps<Row> extends Omit<DataGridProps<Row>, 'count' | 'row' | 'list' | 'onView' | 'failure'> {
  /** Names the list; another name starts another one. */
  queryKey: QueryKey;
  ask: BlocksInput<Row>['ask'];
  everyMs: number;
  /** Hears how many rows there are. */
  onTotal?: (total: number) => void;
  /** What stands in the table's place where it has no rows. */
  empty: ReactNode;
  /** What stands there where the reader may not see the rows. */
  refused?: ReactNode;
}
