import { Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { text } from '../../text/text.ts';
import { sortOf, type Column, type Sort } from './column.ts';
import styles from './data-grid.module.css';

const STEP_PX = 16;

/** A heading: sorts where it can, and is pulled wider or narrower at its edge, or with Shift and an arrow. */
export function ColumnHeader<Row>({ column, sort, current, describedBy, onWidth, onFocus }: ColumnHeaderProps<Row>) {
  const order = sortOf(column.id, sort);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX }[event.key];
    if (step === undefined || !event.shiftKey) return;
    const cell = event.currentTarget.closest('[role="columnheader"]');
    if (cell) onWidth(cell.getBoundingClientRect().width + step);
    event.preventDefault();
    event.stopPropagation();
  };
  const control = {
    'data-heading': column.id,
    'aria-describedby': describedBy,
    tabIndex: current ? 0 : -1,
    onKeyDown,
    onFocus,
  };
  return (
    <div role="columnheader" data-column={column.id} className={column.numeric ? styles.number : styles.cell} aria-sort={order}>
      <Explained meaning={column.meaning}>
        {order === undefined ? (
          // A heading that only names its column is a stop as well: its width is changed from there.
          <span className={styles.plain} {...control}>
            {column.title}
          </span>
        ) : (
          <button type="button" className={styles.sort} onClick={() => sort?.onSort(column.id)} {...control}>
            {column.title}
            <SortSign order={order} />
          </button>
        )}
      </Explained>
      <span
        className={styles.edge}
        aria-hidden
        title={text.table.pull}
        onPointerDown={(event) => pull(event, onWidth)}
        onDoubleClick={() => onWidth(undefined)}
      />
    </div>
  );
}

function Explained({ meaning, children }: { meaning: string | undefined; children: ReactElement }) {
  if (meaning === undefined) return children;
  return (
    <Tooltip multiline w={260} label={meaning} events={{ hover: true, focus: true, touch: true }}>
      {children}
    </Tooltip>
  );
}

const SortSign = ({ order }: { order: string }) => {
  if (order === 'ascending') return <IconArrowUp size={13} aria-hidden />;
  return <IconArrowDown size={13} aria-hidden className={order === 'descending' ? undefined : styles.unsorted} />;
};

/** Follows the pointer until it lets go; pointer capture keeps what lies under it from hearing of it. */
function pull(event: PointerEvent<HTMLElement>, onWidth: (px: number) => void) {
  const edge: HTMLElement = event.currentTarget;
  const width = edge.closest('[role="columnheader"]')?.getBoundingClientRect().width;
  if (width === undefined || event.button !== 0) return;
  event.preventDefault();
  const from = event.clientX;
  const aborter = new AbortController();
  const { signal } = aborter;
  edge.setPointerCapture(event.pointerId);
  edge.addEventListener('pointermove', (move: globalThis.PointerEvent) => onWidth(width + move.clientX - from), { signal });
  for (const end of ['pointerup', 'pointercancel'] as const) edge.addEventListener(end, () => aborter.abort(), { signal });
}

export interface ColumnHeaderProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  /** The one heading that Tab stops at. */
  current: boolean;
  /** Id of what tells how widths are changed. */
  describedBy: string;
  onWidth: (px: number | undefined) => void;
  onFocus: () => void;
}
