import type { Column } from './column.ts';

/** Rows as a spreadsheet takes them, with their headings. */
export const asTable = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [line(columns.map(({ title }) => title)), asLines(columns, rows)].join('\n');

/** Rows as a spreadsheet takes them. */
export const asLines = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  rows.map((row) => line(columns.map(({ copied }) => copied(row)))).join('\n');

const line = (cells: (string | number)[]) => cells.map((cell) => String(cell).replaceAll(/[\t\n\r]+/g, ' ')).join('\t');
