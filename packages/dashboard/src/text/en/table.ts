import { number } from './number.ts';

/** Tables of any kind. */
export const table = {
  table: {
    copy: (label: string) => `Copy ${label.toLocaleLowerCase()} as a table`,
    failed: (message: string) => `Not up to date: ${message} Trying again.`,
    pages: 'Pages of the table',
    shown: (from: number, to: number, total: number) => `${number(from)}–${number(to)} of ${number(total)}`,
    before: 'Rows before',
    after: 'Rows after',
  },
};
