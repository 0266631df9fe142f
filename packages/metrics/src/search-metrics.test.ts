import type { TabId } from '@sightline/protocol';
import { describe, expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { measure } from './measure.ts';
import type { MeasuredEvent } from './metric.ts';
import { searchAbandonment } from './search-abandonment.ts';
import { searchClicksByRank } from './search-clicks-by-rank.ts';
import { searchClicksPerQuery } from './search-clicks-per-query.ts';
import { searchDwell } from './search-dwell.ts';
import { searchMaxRank } from './search-max-rank.ts';
import { searchPogoSticks } from './search-pogo-sticks.ts';
import { searchQueries } from './search-queries.ts';
import { searchReformulations } from './search-reformulations.ts';
import { searchRequeryRate } from './search-requery-rate.ts';
import { searchSatClicks } from './search-sat-clicks.ts';
import { searchTimeToAction } from './search-time-to-action.ts';
import { searchTimeToClick } from './search-time-to-click.ts';
import { withParameters } from './with-parameters.ts';

const numbered = (events: readonly MeasuredEvent[]) => events.map((one, sequence) => ({ ...one, sequence }));
const query = (at: number, text?: string) => event('query', at, text === undefined ? {} : { query: text });
const click = (at: number, rank?: number | string) => event('click', at, { name: 'result', ...(rank === undefined ? {} : { rank }) });
const page = (at: number, url: string, tab?: string) => event('pageView', at, { url }, tab === undefined ? {} : { tab: tab as TabId });

describe('queries and clicks', () => {
  test.each([
    ['nothing', [], [0, null, null, null, null]],
    ['a query without a click', [query(0)], [1, 0, null, 0, 1]],
    ['a query after a query', [query(0), query(5)], [2, 0, null, 0.5, 1]],
    ['a click in between', [query(0), click(3, 2), query(5)], [2, 0.5, 2, 0, 0.5]],
    ['ranks as texts of attributes', [query(0), click(3, '7'), click(4, '2')], [1, 2, 7, 0, 0]],
    ['a rank that is no number', [query(0), click(3, 'first')], [1, 1, null, 0, 0]],
    ['a click before any query', [click(0, 1), query(5)], [1, 0, null, 0, 1]],
    ['other clicks are none on results', [query(0), event('click', 3, { name: 'logo' })], [1, 0, null, 0, 1]],
  ])('%s', (_, events, expected) => {
    expect(measure(events, searchQueries, searchClicksPerQuery, searchMaxRank, searchRequeryRate, searchAbandonment)).toEqual(expected);
  });
});

test('ranks are counted, unknown ones last', () => {
  expect(measure([query(0), click(1, 3), click(2), click(3, 1), click(4, 3)], searchClicksByRank)[0]).toEqual([
    { rank: 1, clicks: 1 },
    { rank: 3, clicks: 2 },
    { rank: null, clicks: 1 },
  ]);
});

test('times to first click and action are censored, never 0, where nothing came', () => {
  const events = [query(0), event('results', 200), query(1_000), click(1_400, 1), click(1_500, 2), query(2_000)];
  const [toClick, toAction] = measure(events, searchTimeToClick, searchTimeToAction);
  expect(toClick.map(({ fromSubmitMs, fromPaintMs, censored }) => [fromSubmitMs, fromPaintMs, censored])).toEqual([
    [null, null, true],
    [400, null, false],
    [null, null, true],
  ]);
  expect(toAction.map(({ fromSubmitMs, fromPaintMs, censored }) => [fromSubmitMs, fromPaintMs, censored])).toEqual([
    [1_000, 800, false],
    [400, null, false],
    [null, null, true],
  ]);
});

describe('reformulations', () => {
  test.each([
    [30 * 60_000, 'add'],
    [30 * 60_000 + 1, 'new'],
  ])('after %d ms the longer query is %s', (ms, change) => {
    expect(measure([query(0, 'rome'), query(ms, 'hotels rome')], searchReformulations)[0][1]).toMatchObject({ change, afterMs: ms });
  });
  test('without text there is no class', () => {
    expect(measure([query(0, 'rome'), query(5), query(9, 'rome')], searchReformulations)[0].map(({ change }) => change)).toEqual([
      'first',
      null,
      null,
    ]);
  });
  test('more than 30 minutes after one without text it is new', () => {
    const [changes] = measure([query(0), query(30 * 60_000, 'rome'), query(60 * 60_000 + 1)], searchReformulations);
    expect(changes.map(({ change }) => change)).toEqual(['first', null, null]);
    expect(measure([query(0), query(30 * 60_000 + 1, 'rome')], searchReformulations)[0][1]).toMatchObject({ change: 'new' });
  });
});

describe('what a study names', () => {
  const names = { query: ['submit/SEARCH'], click: ['mouseClick/HIT'], textField: 'terms', rankField: 'position' };
  test('is found in LogUI’s groups, metadata and submitted values', () => {
    const events = [
      event('submit', 0, { name: 'SEARCH', submissionValues: [{ name: 'terms', value: 'hotels rome' }] }),
      event('mouseClick', 10, { name: 'HIT' }, { metadata: [{ name: 'position', value: '3' }] }),
      event('submit', 20, { name: 'SEARCH', submissionValues: [{ name: 'terms', value: 'hotels milan' }] }),
    ];
    expect(measure(events, withParameters(searchMaxRank, names))).toEqual([3]);
    expect(measure(events, withParameters(searchReformulations, names))[0][1]).toMatchObject({ change: 'substitute' });
    expect(measure(events, searchQueries)).toEqual([0]);
  });
});

const dwell = (events: readonly MeasuredEvent[]) =>
  measure(numbered(events), searchDwell)[0].map(({ serverMs, clientMs, trailMs }) => [serverMs, clientMs, trailMs]);

describe('dwell', () => {
  const visit = (leftAt: number) => [page(0, '/search'), query(1), click(1_000, 1), page(1_500, '/hit'), page(leftAt, '/search')];
  test.each([
    ['back at the results', visit(9_000), [[null, 7_500, 8_000]]],
    ['a new query', [...visit(9_000), query(12_000)], [[11_000, 7_500, 8_000]]],
    ['never back', [page(0, '/search'), query(1), click(1_000), page(1_500, '/hit'), event('pageLeft', 4_500)], [[null, 3_000, null]]],
    ['a landing page on another site', [page(0, '/search'), query(1), click(1_000), page(60_000, '/search')], [[null, null, 59_000]]],
    [
      'a tab of its own',
      [page(0, '/search'), query(1), click(1_000), page(1_500, '/hit', 'new'), { ...event('pageLeft', 3_500), tab: 'new' as TabId }],
      [[null, 2_000, null]],
    ],
    [
      'a landing page 10 s later',
      [page(0, '/search'), query(1), click(1_000), page(11_000, '/hit'), event('pageLeft', 12_000)],
      [[null, 1_000, null]],
    ],
    [
      'and 10.001 s later',
      [page(0, '/search'), query(1), click(1_000), page(11_001, '/hit'), event('pageLeft', 12_000)],
      [[null, null, null]],
    ],
  ])('%s', (_, events, expected) => {
    expect(dwell(events)).toEqual(expected);
  });

  /** A first click with that dwell, and a second one. */
  const two = (ms: number) => numbered([page(0, '/s'), query(1), click(1_000), page(1_000, '/a'), page(1_000 + ms, '/s'), click(90_000)]);
  test.each([
    [30_000, 2],
    [29_999, 1],
  ])('SAT clicks with a first dwell of %d ms: %d', (ms, count) => {
    expect(measure(two(ms), searchSatClicks)).toEqual([count]);
  });
  test.each([
    [9_999, 1],
    [10_000, 0],
  ])('pogo-sticking after %d ms: %d', (ms, count) => {
    expect(measure(two(ms), searchPogoSticks)).toEqual([count]);
  });
});
