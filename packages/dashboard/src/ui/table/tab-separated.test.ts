import { expect, test } from 'vitest';
import { asLines, asTable } from './tab-separated.ts';

const columns = [
  { id: 'name', title: 'Name', cell: () => null, copied: ({ name }: { name: string }) => name },
  { id: 'size', title: 'Size', cell: () => null, copied: ({ name }: { name: string }) => name.length },
];
const rows = [{ name: 'vase' }, { name: 'two\tlines\r\nof bowl' }];

test('rows are lines of cells with tabs between them, whatever stands in a cell', () => {
  expect(asLines(columns, rows)).toBe('vase\t4\ntwo lines of bowl\t18');
});

test('a table has its headings on top', () => {
  expect(asTable(columns, rows.slice(0, 1))).toBe('Name\tSize\nvase\t4');
});
