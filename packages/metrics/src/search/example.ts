import type { ExampleEvent } from '../metric.ts';

/** A short search, as the examples have it: one query with two clicks, one given up, one with a click. */
export const SEARCH: readonly ExampleEvent[] = [
  [0, 'query', { query: 'hotels rome' }],
  [400, 'results'],
  [3_400, 'click', { name: 'result' }, { metadata: [{ name: 'rank', value: '1' }] }],
  [9_000, 'click', { name: 'result' }, { metadata: [{ name: 'rank', value: '4' }] }],
  [60_000, 'query', { query: 'cheap hotels rome' }],
  [65_000, 'query', { query: 'hostels rome' }],
  [70_000, 'click', { name: 'result' }, { metadata: [{ name: 'rank', value: '2' }] }],
];
