import { describe, expect, test } from 'vitest';
import { fakeEvent } from '../event-fakes.ts';
import { browserOf } from './browser-of.ts';
import { completenessState, tabWords } from './completeness-words.ts';
import { eventTest, readEventFilter } from './event-filter.ts';
import { measureGroups } from './measure-groups.ts';
import { metricValue } from './metric-value.ts';
import { sessionName } from './session-name.ts';
import { shortUrl } from './short-url.ts';
import { tableRow } from './table-row.ts';
import { targetOf } from './target-of.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Edge 141 · Windows',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.6 Safari/605.1', 'Safari 18 · macOS'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1 CriOS/141.0 Mobile Safari/604.1', 'Chrome 141 · iOS'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36', 'Chrome 141 · Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox 143 · Linux'],
  ['curl/8.5.0', 'curl'],
  ['', '–'],
])('the agent %s reads %s', (agent, expected) => {
  expect(browserOf(agent).short).toBe(expected);
});

test.each([
  ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', '3f2504e0'],
  ['participant-7', 'participant-7'],
  ['null', 'null'],
])('the session %s is called %s', (ref, expected) => {
  expect(sessionName({ ref })).toBe(expected);
});

test.each([
  ['https://example.org/', 'example.org'],
  ['https://example.org/a?b#c', 'example.org/a?b#c'],
  ['not a url', 'not a url'],
  ['', ''],
])('the address %s is shown as %s', (url, expected) => {
  expect(shortUrl(url)).toBe(expected);
});

describe('what an event was about', () => {
  test.each([
    [{ name: 'click', details: { path: 'button#buy', name: 'BUY' } }, 'BUY · button#buy'],
    [{ name: 'pageView', details: { url: 'https://example.org/a', title: 'A' } }, 'example.org/a · A'],
    [{ name: 'gaze_fixation', details: { element: 'hero', duration_ms: 230 } }, 'hero · 230 ms'],
    [{ name: 'RESULT_CLICK', details: { rank: 3 }, metadata: [{ name: 'docid', value: 'WT-7' }] }, 'docid WT-7 · rank 3'],
    [{ name: 'toString', details: {}, url: 'https://example.org/' }, 'example.org'],
    [{ name: 'click', details: { odd: [1.23456] } }, 'odd [1.23]'],
    [{ name: 'webVital', details: { name: 'TTFB', value: 27.299999952316284, rating: 'good' } }, 'TTFB · 27.3 ms · good'],
    [{ name: 'webVital', details: { name: 'CLS', value: 0.02345, rating: 'good' } }, 'CLS · 0.02 · good'],
    [{ name: 'presence', details: { state: 'active', lengthMs: 12_345.6 } }, 'active · 12.3 s'],
  ])('%o reads %s', (given, expected) => {
    expect(targetOf(fakeEvent(given))).toBe(expected);
  });
});

describe('the filter of events', () => {
  const events = [
    fakeEvent({ name: 'click', details: { path: 'button#buy' } }),
    fakeEvent({ name: 'pageView', type: 'browserEvent', details: { url: 'https://example.org/cart' } }),
    fakeEvent({ name: 'QUERY', type: 'customEvent', details: { nested: { text: 'Blue Shoes' } } }),
  ];
  test.each([
    [{}, 3],
    [{ find: 'BUY' }, 1],
    [{ find: 'blue shoes' }, 1],
    [{ kind: 'page' } as const, 1],
    [{ name: 'click' }, 1],
    [{ name: 'click', find: 'cart' }, 0],
  ])('%o leaves %d', (filter, count) => {
    expect(events.filter(eventTest(filter))).toHaveLength(count);
  });

  test.each([
    [{ kind: 'page', find: ' ', name: '' }, { kind: 'page' }],
    [{ kind: 'nonsense' }, {}],
  ])('%o is read as %o', (search, expected) => {
    expect(readEventFilter(search)).toEqual(expected);
  });
});

describe('a metric', () => {
  test.each([
    [
      { value: 74_000, unit: 'ms' },
      { type: 'figure', figure: '1:14 min' },
    ],
    [
      { value: 1_482, unit: 'count' },
      { type: 'figure', figure: '1,482' },
    ],
    [
      { value: 12.34, unit: '1/min' },
      { type: 'figure', figure: '12.3 /min' },
    ],
    [
      { value: 0.4127, unit: 'share' },
      { type: 'figure', figure: '41.3 %' },
    ],
    [
      { value: 4, unit: 'rank' },
      { type: 'figure', figure: '4' },
    ],
    [
      { value: true, unit: 'yes/no' },
      { type: 'figure', figure: 'Yes' },
    ],
    [
      { value: 'measured', unit: 'text' },
      { type: 'figure', figure: 'measured' },
    ],
    [{ value: null, unit: 'ms' }, { type: 'unmeasured' }],
    [{ value: Number.NaN, unit: 'count' }, { type: 'unmeasured' }],
    [
      { value: [], unit: 'share' },
      { type: 'table', rows: [] },
    ],
    [{ value: { stationary: null, transition: null }, unit: 'bit' }, { type: 'unmeasured' }],
    [
      { value: { stationary: 1.5 }, unit: 'bit' },
      { type: 'table', rows: [{ stationary: 1.5 }] },
    ],
  ])('%o reads %o', (metric, expected) => {
    expect(metricValue(metric)).toEqual(expected);
  });
});

describe('a row of a metric’s table', () => {
  test.each([
    [{ element: 'hero', time_ms: 21_000, percentage: 43.5 }, 'hero: time 21.0 s, percentage 43.5 %'],
    [{ element: 'price', timeMs: 16_000, share: 0.413 }, 'price: time 16.0 s, share 41.3 %'],
    [
      { pageView: 'x', url: 'https://example.org/a', at: 15_000, travelPx: 3_200.25, heights: null },
      '/a: at 00:05.000, travel 3,200 px, heights –',
    ],
    [{ at: 11_200, xFlips: 2, binsMs: [1, 2, 3] }, '00:01.200: x flips 2, bins 3 values'],
  ])('%o reads %s', (row, expected) => {
    const { name, amounts } = tableRow(row, 10_000);
    expect(`${name}: ${amounts.map(({ label, figure }) => `${label} ${figure}`).join(', ')}`).toBe(expected);
  });
});

describe('measures', () => {
  const metric = {
    metric: 'clicks@1',
    title: 'Clicks',
    group: 'activity',
    unit: 'count',
    definition: 'All of them.',
    parameters: {},
    value: 3,
  };
  const metrics = [
    metric,
    { ...metric, metric: 'fields@1', title: 'Fields', group: 'forms', value: [] },
    { ...metric, metric: 'per@1', value: 0 },
  ];

  test('come by group, with how many say something', () => {
    expect(measureGroups(metrics, '').map(({ group, metrics: own, telling }) => [group, own.length, telling])).toEqual([
      ['activity', 2, 1],
      ['forms', 1, 0],
    ]);
  });

  test.each([
    ['CLICK', ['activity']],
    [' fields ', ['forms']],
    ['nothing', []],
  ])('searched for “%s” leave %o', (find, groups) => {
    expect(measureGroups(metrics, find).map(({ group }) => group)).toEqual(groups);
  });
});

describe('completeness', () => {
  const tab = { tab: 't' as never, expected: 10, stored: 10, missing: [], refused: 0 };
  test.each([
    ['complete', { expected: 10, stored: 10, refused: 0, tabs: [tab] }],
    ['missing', { expected: 10, stored: 9, refused: 0, tabs: [{ ...tab, missing: [{ from: 3, to: 3 }] }] }],
    ['refused', { expected: 10, stored: 9, refused: 1, tabs: [{ ...tab, refused: 1 }] }],
    ['unknown', { expected: null, stored: 10, refused: 0, tabs: [{ ...tab, expected: null }] }],
  ])('is %s', (state, completeness) => {
    expect(completenessState(completeness)).toBe(state);
  });

  test('names what is missing', () => {
    const missing = [
      { from: 45, to: 47 },
      { from: 90, to: 90 },
    ];
    expect(tabWords({ ...tab, stored: 6, missing, refused: 1 }, 2)).toEqual([
      'Tab 2: 6 of 10 events stored.',
      'Missing: number 45–47, 90.',
      '1 event was kept aside as unreadable.',
    ]);
  });
});
