import type { SessionSort } from '@sightline/protocol';
import { IconArrowUp } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { TimeRange } from '../../scope/time-range.ts';
import { text } from '../../text/text.ts';
import { DataGrid } from '../../ui/table/data-grid.tsx';
import type { SessionColumnId } from './columns/column-ids.ts';
import { SESSION_COLUMNS } from './session-columns.tsx';
import { DEFAULT_SORT, SESSION_SORTS, type SessionFilter } from './session-filter.ts';
import styles from './session-table.module.css';
import { useSessionRows } from './use-session-rows.ts';

const SKELETON_ROWS = 12;

/** The sessions, live: those that come in while somebody reads further down wait behind a button. */
export function SessionTable({ flight, range, filter, columns, onSort, onCount, empty }: SessionTableProps) {
  const [view, setView] = useState({ first: 0, last: SKELETON_ROWS, atTop: true });
  const [toTop, setToTop] = useState(0);
  const { total, row, arrived, failure } = useSessionRows({ flight, range, filter, ...view });
  useEffect(() => {
    if (total !== undefined) onCount(total);
  }, [total, onCount]);
  if (total === 0) return empty;
  return (
    <div className={styles.place}>
      {arrived > 0 ? (
        <button type="button" className={styles.arrived} onClick={() => setToTop(toTop + 1)}>
          <IconArrowUp size={14} aria-hidden /> {text.sessions.arrived(arrived)}
        </button>
      ) : null}
      <DataGrid
        fill
        table="sessions"
        label={text.sessions.title}
        columns={SESSION_COLUMNS}
        chosen={columns}
        count={total}
        row={row}
        rowKey={({ id }) => id}
        linkOf={({ id }) => ({ to: '/sessions/$id', params: { id }, search: {} })}
        sort={{
          by: SESSION_SORTS,
          now: { id: filter.sort ?? DEFAULT_SORT, descending: !filter.ascending },
          onSort: (id) => onSort(id as SessionSort),
        }}
        list={JSON.stringify([flight, range, filter, toTop])}
        onView={(next) => setView((now) => (now.first === next.first && now.last === next.last && now.atTop === next.atTop ? now : next))}
        failure={failure}
        skeletonRows={SKELETON_ROWS}
      />
    </div>
  );
}

export interface SessionTableProps {
  flight: string;
  range: TimeRange;
  filter: SessionFilter;
  /** The columns to show; absent: as many as there is room for. */
  columns: readonly SessionColumnId[] | undefined;
  onSort: (sort: SessionSort) => void;
  /** Hears how many sessions there are. */
  onCount: (total: number) => void;
  /** What stands in the list's place where there is no session. */
  empty: ReactNode;
}
