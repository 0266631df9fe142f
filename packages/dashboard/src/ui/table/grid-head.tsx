import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { text } from '../../text/text.ts';
import { ColumnHeader } from './column-header.tsx';
import type { Column, Sort } from './column.ts';
import styles from './data-grid.module.css';

/** The headings: one stop for Tab, arrows go from one to the next. A new order and a new width are said aloud. */
export function GridHead<Row>({ columns, sort, onWidth, say }: GridHeadProps<Row>) {
  const id = useId();
  const [at, setAt] = useState(columns[0]?.id);
  const current = columns.some((column) => column.id === at) ? at : columns[0]?.id;
  useSaidOrder(columns, sort, say);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const next = columns[columns.findIndex((column) => column.id === current) + step];
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-heading="${CSS.escape(next?.id ?? '')}"]`)?.focus();
  };
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row} onKeyDown={onKeyDown}>
        {columns.map((column) => (
          <ColumnHeader
            key={column.id}
            column={column}
            sort={sort}
            current={column.id === current}
            describedBy={id}
            onFocus={() => setAt(column.id)}
            onWidth={(px) => {
              onWidth(column.id, px);
              say(px === undefined ? text.table.ownWidth(column.title) : text.table.width(column.title, Math.round(px)));
            }}
          />
        ))}
      </div>
      <span id={id} hidden>
        {text.table.widthHint}
      </span>
    </div>
  );
}

/** Tells of another order than the one the table had before. */
function useSaidOrder<Row>(columns: readonly Column<Row>[], sort: Sort | undefined, say: (words: string) => void): void {
  const now = sort && `${sort.now.id} ${sort.now.descending}`;
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    const title = columns.find(({ id }) => id === sort?.now.id)?.title;
    if (sort && title !== undefined) say(text.table.sorted(title, sort.now.descending));
  }, [now, columns, sort, say]);
}

export interface GridHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onWidth: (column: string, px: number | undefined) => void;
  /** Says something to those who do not see it. */
  say: (words: string) => void;
}
