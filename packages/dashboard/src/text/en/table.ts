import { number, plural } from './number.ts';

/** Tables of any kind. */
export const table = {
  table: {
    copy: (label: string) => `Copy ${label.toLocaleLowerCase()} as a table`,
    failed: (message: string) => `Not up to date: ${message} Trying again.`,
    copied: (rows: number) => `${plural(rows, 'row', 'rows')} copied`,
    copiedOf: (rows: number, total: number) =>
      rows === total
        ? `${plural(rows, 'row', 'rows')} copied`
        : `${number(rows)} of ${plural(total, 'row', 'rows')} copied: those in view. An export has all of them`,
    pull: 'Pull to change the width; twice for its own width',
    widthHint: 'Shift and an arrow key change the width of the column.',
    width: (column: string, px: number) => `${column} is ${px} pixels wide`,
    ownWidth: (column: string) => `${column} has its own width again`,
    sorted: (column: string, descending: boolean) =>
      `Sorted by ${column}, ${descending ? 'highest or newest first' : 'lowest or oldest first'}`,
    pages: 'Pages of the table',
    shown: (from: number, to: number, total: number) => `${number(from)}–${number(to)} of ${number(total)}`,
    before: 'Rows before',
    after: 'Rows after',
  },
};
