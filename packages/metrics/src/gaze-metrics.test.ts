import { describe, expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { gazeAreas } from './gaze-areas.ts';
import { gazeEntropy } from './gaze-entropy.ts';
import { gazeFirstFixation } from './gaze-first-fixation.ts';
import { gazeTransitions } from './gaze-transitions.ts';
import { measure } from './measure.ts';
import { withParameters } from './with-parameters.ts';

const look = (at: number, element?: string, ms = 100) =>
  event('gaze_fixation', at, { duration_ms: ms, ...(element === undefined ? {} : { element }) });
const scan = (areas: string) => [...areas].map((area, index) => look(index * 100, area === '-' ? undefined : area));
const inView = (at: number, name: string, lengthMs: number) => event('elementInView', at, { name, lengthMs }, { sequence: at + 100_000 });

const rows = (areas: string, bridgeMs = 0) =>
  measure(scan(areas), withParameters(gazeAreas, { bridgeMs }))[0].map((one) => [one.area, one.fixations, one.visits, one.revisits]);

describe('areas', () => {
  test.each([
    ['a', [['a', 1, 1, 0]]],
    ['aaa', [['a', 3, 1, 0]]],
    [
      'aba',
      [
        ['a', 2, 2, 1],
        ['b', 1, 1, 0],
      ],
    ],
    ['a-a', [['a', 2, 2, 1]]],
    ['---', []],
    ['', []],
  ])('of %j', (areas, expected) => {
    expect(rows(areas)).toEqual(expected);
  });
  test.each([
    ['a-a', 101, 1],
    ['a-a', 100, 2],
    ['a--a', 101, 2],
    ['aba', 101, 2],
  ])('of %j, bridging under %d ms: %d visits to a', (areas, bridgeMs, visits) => {
    expect(rows(areas, bridgeMs)[0]?.[2]).toBe(visits);
  });
  test('share the time of all fixations, those outside included', () => {
    const [rowsOf] = measure([look(0, 'a', 100), look(200, undefined, 300), look(600, 'unknown', 600)], gazeAreas);
    expect(rowsOf).toMatchObject([{ area: 'a', dwellMs: 100, share: 0.1 }]);
  });
});

const first = (events: Parameters<typeof measure>[0], changed = {}) =>
  measure(events, withParameters(gazeFirstFixation, changed))[0].map(({ area, since, ms, censored, observedMs }) => [
    area,
    since,
    ms,
    censored,
    observedMs,
  ]);

describe('time to first fixation', () => {
  test.each([
    ['from coming into view', [look(1_400, 'a'), inView(5_000, 'a', 4_000)], [['a', 'inView', 400, false, 400]]],
    [
      'from the session’s first event where nothing told',
      [event('pageView', 100), look(1_400, 'a')],
      [['a', 'session', 1_300, false, 1_300]],
    ],
    [
      'censored where none came',
      [look(1_400, 'b'), inView(5_000, 'a', 4_000)],
      [
        ['b', 'session', 0, false, 0],
        ['a', 'inView', null, true, 4_000],
      ],
    ],
    [
      'the earliest of several times in view',
      [look(9_000, 'a'), inView(5_000, 'a', 4_000), inView(9_500, 'a', 1_000)],
      [['a', 'inView', 8_000, false, 8_000]],
    ],
    ['a fixation before it came into view is another’s', [look(500, 'a'), inView(5_000, 'a', 4_000)], [['a', 'inView', null, true, 4_000]]],
    ['without gaze nothing is told', [inView(5_000, 'a', 4_000)], []],
  ])('%s', (_, events, expected) => {
    expect(first(events)).toEqual(expected);
  });
  test('takes areas that a study names', () => {
    expect(first([event('pageView', 0), look(10, 'a')], { areas: ['z'] })).toEqual([
      ['a', 'session', 10, false, 10],
      ['z', 'session', null, true, 10],
    ]);
  });
  test('counts to the beginning of a fixation that is told at its end', () => {
    expect(first([event('pageView', 0), look(500, 'a', 200)], { stamped: 'end' })).toEqual([['a', 'session', 300, false, 300]]);
  });
});

test.each([
  [
    'abac',
    [
      ['a', 'b', 1, 0.5],
      ['a', 'c', 1, 0.5],
      ['b', 'a', 1, 1],
    ],
  ],
  [
    'ababa',
    [
      ['a', 'b', 2, 1],
      ['b', 'a', 2, 1],
    ],
  ],
  ['a-a', []],
  ['a-b', [['a', 'b', 1, 1]]],
])('transitions of %s', (areas, expected) => {
  expect(measure(scan(areas), gazeTransitions)[0].map(({ from, to, count, probability }) => [from, to, count, probability])).toEqual(
    expected,
  );
});

test.each([
  ['abab', 0, 1],
  ['abac', 2 / 3, 1.5],
  ['a', null, 0],
  ['', null, null],
])('entropy of %j', (areas, transition, stationary) => {
  const [entropy] = measure(scan(areas), gazeEntropy);
  for (const [value, expected] of [
    [entropy.transition, transition],
    [entropy.stationary, stationary],
  ] as const) {
    if (expected === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(expected, 12);
  }
});
