import type { SessionSort } from '@sightline/protocol';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { moveBy } from '../../ui/move-by.ts';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { ROW_PX } from '../../ui/theme.ts';
import { text } from '../../text/text.ts';
import { NUMERIC_COLUMNS, sessionColumns, sessionFeatures } from './session-columns.tsx';
import { DEFAULT_SORT, type SessionFilter } from './session-filter.ts';
import styles from './session-table.module.css';
import { useSessionRows } from './use-session-rows.ts';
import type { TimeRange } from '../../scope/time-range.ts';
import { columnLayout, type SessionColumnId } from './columns/column-widths.ts';
import { SessionRow } from './session-row.tsx';

const SORTABLE: ReadonlySet<string> = new Set<SessionSort>([
  'startedAt',
  'lastAt',
  'durationMs',
  'openMs',
  'visibleMs',
  'activeMs',
  'events',
  'clicks',
  'pageViews',
]);
const SKELETON_ROWS = 12;

/** The sessions: only the rows in view exist; arrows move, Enter opens. */
export function SessionTable({ flight, range, filter, columns, onSort, onCount, empty }: SessionTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { density } = usePreferences().preferences;
  const rowPx = density === 'compact' ? ROW_PX.compact : ROW_PX.table;
  const navigate = useNavigate();
  const [active, setActive] = useState(0);
  const [view, setView] = useState({ first: 0, last: SKELETON_ROWS, atTop: true });
  const { total, row, loaded, arrived, failure } = useSessionRows({ flight, range, filter, ...view });
  const count = total ?? SKELETON_ROWS;
  // oxlint-disable-next-line react/incompatible-library -- the compiler it warns for is not in use
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    scrollPaddingStart: rowPx,
    onChange: ({ range: seen, scrollOffset }) => {
      const next = { first: seen?.startIndex ?? 0, last: seen?.endIndex ?? SKELETON_ROWS, atTop: (scrollOffset ?? 0) < rowPx };
      setView((now) => (now.first === next.first && now.last === next.last && now.atTop === next.atTop ? now : next));
    },
  });
  const items = virtual.getVirtualItems();
  const layout = columns && columnLayout(columns);
  const isShown = (id: string) => columns === undefined || (columns as readonly string[]).includes(id);
  const sorting = useMemo(() => [{ id: filter.sort ?? DEFAULT_SORT, desc: !filter.ascending }], [filter.sort, filter.ascending]);
  const table = useTable({
    features: sessionFeatures,
    columns: sessionColumns,
    data: loaded,
    manualSorting: true,
    state: { sorting },
    getRowId: ({ id }) => id,
  });
  const rows = new Map(table.getRowModel().rows.map((each) => [each.id, each]));

  const open = (index: number) => {
    const session = row(index);
    if (session) void navigate({ to: '/sessions/$id', params: { id: session.id }, search: {} });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') return open(active);
    const next = moveBy(event.key, { at: active, count, page: Math.max(1, view.last - view.first - 1) });
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onClick = (event: MouseEvent, index: number) => {
    setActive(index);
    const aside =
      event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || window.getSelection()?.isCollapsed === false;
    if (!aside) open(index);
  };

  useEffect(() => {
    if (total !== undefined) onCount(total);
  }, [total, onCount]);
  if (total === 0) return empty;
  return (
    <div className={styles.place}>
      {arrived > 0 ? (
        <button type="button" className={styles.arrived} onClick={() => virtual.scrollToOffset(0)}>
          <IconArrowUp size={14} aria-hidden /> {text.sessions.arrived(arrived)}
        </button>
      ) : null}
      {failure && total === undefined ? <p className={styles.failure}>{text.sessions.failed(failure.message)}</p> : null}
      <div
        ref={scroller}
        className={styles.scroller}
        data-chosen={layout ? true : undefined}
        style={layout && ({ '--columns': layout.template, '--least': `${layout.leastPx}px` } as CSSProperties)}
        role="grid"
        aria-label={text.sessions.title}
        aria-rowcount={count + 1}
        aria-busy={total === undefined}
        aria-activedescendant={total ? `session-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {table
              .getHeaderGroups()[0]
              ?.headers.filter(({ id }) => isShown(id))
              .map((header) => (
                <div
                  key={header.id}
                  role="columnheader"
                  data-column={header.id}
                  className={NUMERIC_COLUMNS.has(header.id) ? styles.number : styles.cell}
                  aria-sort={sortOf(header.id, sorting[0])}
                >
                  {SORTABLE.has(header.id) ? (
                    <button type="button" className={styles.sort} onClick={() => onSort(header.id as SessionSort)}>
                      <table.FlexRender header={header} />
                      <SortSign order={sortOf(header.id, sorting[0])} />
                    </button>
                  ) : (
                    <span className={styles.plain}>
                      <table.FlexRender header={header} />
                    </span>
                  )}
                </div>
              ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const session = row(index);
            return (
              <SessionRow
                key={session?.id ?? `at-${index}`}
                index={index}
                start={start}
                active={index === active}
                onClick={onClick}
                session={session}
                cells={
                  (session &&
                    rows
                      .get(session.id)
                      ?.getAllCells()
                      .filter((cell) => isShown(cell.column.id))
                      .map((cell) => ({ column: cell.column.id, content: <table.FlexRender cell={cell} /> }))) ??
                  []
                }
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

export interface SessionTableProps {
  flight: string;
  range: TimeRange;
  filter: SessionFilter;
  /** Undefined: as many as there is room for. */
  columns: readonly SessionColumnId[] | undefined;
  onSort: (sort: SessionSort) => void;
  onCount: (total: number) => void;
  empty: React.ReactNode;
}

function sortOf(id: string, sorting: { id: string; desc: boolean } | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!SORTABLE.has(id)) return undefined;
  if (sorting?.id !== id) return 'none';
  return sorting.desc ? 'descending' : 'ascending';
}

const SortSign = ({ order }: { order: string | undefined }) => {
  if (order === 'ascending') return <IconArrowUp size={13} aria-hidden />;
  if (order === 'descending') return <IconArrowDown size={13} aria-hidden />;
  return <span className={styles.noSort} aria-hidden />;
};
