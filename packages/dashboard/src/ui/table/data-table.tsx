import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../../text/text.ts';
import { CopyButton } from '../copy-button.tsx';
import styles from './data-table.module.css';

/** A column: its heading, what stands in a row, and the same as plain text for the clipboard. */
export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  copied: (row: Row) => string | number;
  numeric?: boolean;
  /** May be given all the room there is. */
  wide?: boolean;
}

/** A page of rows, as a table that can be sorted, walked through by links and copied into a spreadsheet. */
export function DataTable<Row>({ label, columns, rows, rowKey, linkOf, sort, failure, skeletonRows = 8 }: DataTableProps<Row>) {
  return (
    <div className={styles.place}>
      <div className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
        <table className={styles.table} aria-busy={rows === undefined}>
          <caption className={styles.caption}>{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" data-numeric={column.numeric} data-wide={column.wide} aria-sort={sortOf(column.id, sort)}>
                  {sort?.by.includes(column.id) ? (
                    <button type="button" className={styles.sort} onClick={() => sort.onSort(column.id)}>
                      {column.title}
                      <SortSign order={sortOf(column.id, sort)} />
                    </button>
                  ) : (
                    column.title
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows === undefined
              ? Array.from({ length: skeletonRows }, (_, index) => (
                  <tr key={index} aria-hidden>
                    <td colSpan={columns.length}>
                      <span className={styles.waiting} />
                    </td>
                  </tr>
                ))
              : rows.map((row, index) => (
                  <tr key={rowKey(row, index)}>
                    {columns.map((column, place) => (
                      <td key={column.id} data-numeric={column.numeric} data-wide={column.wide}>
                        {place === 0 && linkOf ? (
                          <Link {...linkOf(row)} className={styles.link}>
                            {column.cell(row)}
                          </Link>
                        ) : (
                          column.cell(row)
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
          </tbody>
        </table>
      </div>
      {failure ? <p className={styles.failure}>{text.table.failed(failure.message)}</p> : null}
      {rows && rows.length > 0 ? (
        <div className={styles.copy}>
          <CopyButton label={text.table.copy(label)} value={() => asTabSeparated(columns, rows)} sign />
        </div>
      ) : null}
    </div>
  );
}

export interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined while they are on their way. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row, index: number) => string;
  /** Where a row leads: its first cell is then a link. */
  linkOf?: (row: Row) => LinkProps;
  sort?: Sort;
  failure?: Error | null;
  skeletonRows?: number;
}

export interface Sort {
  /** Ids of the columns that can be sorted by. */
  by: readonly string[];
  now: { id: string; descending: boolean };
  onSort: (id: string) => void;
}

function sortOf(id: string, sort: Sort | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!sort?.by.includes(id)) return undefined;
  if (sort.now.id !== id) return 'none';
  return sort.now.descending ? 'descending' : 'ascending';
}

const SortSign = ({ order }: { order: string | undefined }) => {
  if (order === 'ascending') return <IconArrowUp size={13} aria-hidden />;
  return <IconArrowDown size={13} aria-hidden className={order === 'descending' ? undefined : styles.unsorted} />;
};

function asTabSeparated<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return [line(columns.map(({ title }) => title)), ...rows.map((row) => line(columns.map(({ copied }) => copied(row))))].join('\n');
}

const line = (cells: (string | number)[]) => cells.map((cell) => String(cell).replaceAll(/[\t\n\r]+/g, ' ')).join('\t');
