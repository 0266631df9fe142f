import { expect, test } from 'vitest';
import { readColumns } from '../columns/read-columns.ts';
import { isSameView, viewSearch } from './view-search.ts';

test.each([
  ['events,session,clicks', ['session', 'events', 'clicks']],
  ['events', ['session', 'events']],
  ['events,events,nonsense', ['session', 'events']],
  ['session', ['session']],
  ['nonsense', undefined],
  ['', undefined],
  [undefined, undefined],
  [7, undefined],
])('columns %j are read as %j', (given, columns) => {
  expect(readColumns(given)).toEqual(columns);
});

test('a view keeps filter, order and columns, and neither the scope nor what is no condition', () => {
  const search = { flight: 'f', range: '7d', did: 'buy', min: '3', sort: 'events', columns: 'events', nonsense: 1 };
  expect(viewSearch(search)).toEqual({ did: 'buy', min: 3, sort: 'events', columns: 'session,events' });
});

test('views are the same that show the same, in whatever order it is written', () => {
  expect(isSameView({ min: 3, did: 'buy', flight: 'f' }, { did: 'buy', min: '3' })).toBe(true);
  expect(isSameView({ min: 3 }, { min: 4 })).toBe(false);
});
