import { Link, type LinkProps } from '@tanstack/react-router';
import { memo, type MouseEvent, type ReactNode, type Ref } from 'react';
import type { Column } from './column.ts';
import styles from './data-grid.module.css';

/** One row, or the place where it will be; drawn anew only when something of it changed. */
export const GridRow = memo(function GridRow<Row>({
  id,
  index,
  start,
  row,
  columns,
  linkOf,
  active,
  selected,
  onClick,
  measure,
  detail,
}: GridRowProps<Row>) {
  return (
    <div
      ref={measure}
      data-index={index}
      className={styles.place}
      style={{ transform: `translateY(${start}px)` }}
      role="presentation"
      data-measured={measure !== undefined}
    >
      <div
        role="row"
        id={id}
        aria-rowindex={index + 2}
        aria-selected={selected}
        data-active={active}
        className={styles.row}
        onClick={(event) => onClick(event, index)}
      >
        {row === undefined ? (
          <div role="gridcell" className={styles.waiting} />
        ) : (
          columns.map((column, place) => (
            <div key={column.id} role="gridcell" data-column={column.id} className={column.numeric ? styles.number : styles.cell}>
              {place === 0 && linkOf ? (
                <Link {...linkOf(row)} tabIndex={-1} className={styles.link} preload={false}>
                  {column.cell(row)}
                </Link>
              ) : (
                column.cell(row)
              )}
            </div>
          ))
        )}
      </div>
      {detail ? (
        <div role="row">
          <div role="gridcell" aria-colspan={columns.length} className={styles.detail}>
            {detail}
          </div>
        </div>
      ) : null}
    </div>
  );
}) as <Row>(props: GridRowProps<Row>) => ReactNode;

export interface GridRowProps<Row> {
  id: string;
  index: number;
  start: number;
  row: Row | undefined;
  columns: readonly Column<Row>[];
  linkOf: ((row: Row) => LinkProps) | undefined;
  active: boolean;
  selected: boolean;
  onClick: (event: MouseEvent, index: number) => void;
  /** Where rows differ in height: what looks how high this one is. */
  measure: Ref<HTMLDivElement> | undefined;
  detail: ReactNode;
}
