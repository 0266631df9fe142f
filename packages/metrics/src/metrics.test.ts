import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { event } from './event.fake.ts';
import {
  METRICS,
  clicks,
  clicksPerMinute,
  fixationTime,
  focusedElements,
  inOrder,
  measure,
  metricId,
  rageClicks,
  sessionDuration,
  sights,
  withParameters,
} from './index.ts';
import type { MeasuredEvent, Metric } from './metric.ts';

const click = (at: number, path?: string) => event('click', at, path === undefined ? {} : { path });
const fixation = (at: number, element: string, duration: number) => event('gaze_fixation', at, { element, duration_ms: duration });

describe('session duration', () => {
  test.each([
    ['no event', [], 0],
    ['one event', [5], 0],
    ['two events', [1_000, 13_500], 12_500],
  ])('of %s', (_, times, ms) => {
    expect(
      measure(
        times.map((at) => click(at)),
        sessionDuration,
      ),
    ).toEqual([ms]);
  });
});

describe('rage clicks', () => {
  test.each([
    ['299 ms counts', [click(0, 'a'), click(299, 'a')], 1],
    ['300 ms does not', [click(0, 'a'), click(300, 'a')], 0],
    ['another path does not', [click(0, 'a'), click(10, 'b')], 0],
    ['only the previous click is compared', [click(0, 'a'), click(10, 'b'), click(20, 'a')], 0],
    ['other events between do not matter', [click(0, 'a'), event('scroll', 5), click(10, 'a')], 1],
    ['each follow-up counts', [click(0, 'a'), click(100, 'a'), click(200, 'a')], 2],
    ['clicks without a path are on the same path', [click(0), click(10)], 1],
  ])('%s', (_, events, count) => {
    expect(measure(events, rageClicks)).toEqual([count]);
  });

  test('a wider window is a parameter', () => {
    expect(measure([click(0, 'a'), click(300, 'a')], withParameters(rageClicks, { windowMs: 301 }))).toEqual([1]);
  });
});

test('clicks per minute is 0 without duration', () => {
  expect(measure([click(7)], clicks, clicksPerMinute)).toEqual([1, 0]);
  expect(
    measure(
      [0, 1, 2, 3, 120_000].map((at) => click(at)),
      clicks,
      clicksPerMinute,
    ),
  ).toEqual([5, 2.5]);
});

test('fixation time is shared out among the five elements looked at longest, ties in order of first look', () => {
  const events = ['a', 'b', 'c', 'd', 'e', 'f'].map((element, index) => fixation(index, element, 100));
  const [total, top] = measure([...events, fixation(10, 'f', 400)], fixationTime, focusedElements);
  expect(total).toBe(1_000);
  expect(top.map(({ element, share }) => [element, share])).toEqual([
    ['f', 0.5],
    ['a', 0.1],
    ['b', 0.1],
    ['c', 0.1],
    ['d', 0.1],
  ]);
});

test('a fixation without element or duration is of an unknown one, 0 ms long', () => {
  expect(measure([event('gaze_fixation', 1)], focusedElements)).toEqual([[{ element: 'unknown', timeMs: 0, share: 0 }]]);
});

/** Any session: what metrics look at, what none does, and details with fields missing or of other kinds. */
const anySession = () => {
  const time = fc.nat(5_000);
  const anything = fc.constantFrom<unknown>('a', 'b', '', 7, null, undefined);
  const anyEvent = fc.oneof(
    fc.tuple(time, anything).map(([at, path]) => event('click', at, { path, tag: 'a' })),
    fc
      .tuple(time, anything, fc.oneof(fc.nat(900), anything))
      .map(([at, element, ms]) => event('gaze_fixation', at, { element, duration_ms: ms, x: at })),
    fc
      .tuple(time, fc.constantFrom('scroll', 'pageView', 'constructor'))
      .map(([at, name]) => event(name, at, { path: 'a', element: 'x', duration_ms: 3 })),
  );
  return fc.array(anyEvent, { maxLength: 60 }).map((events) => events.map((one, sequence) => ({ ...one, sequence })));
};

test('order of arrival and duplicates never change a value', () => {
  const arrival = anySession().chain((events) =>
    fc.record({
      events: fc.constant(events),
      shuffled: fc.shuffledSubarray(events, { minLength: events.length }),
      again: fc.subarray(events),
    }),
  );
  fc.assert(
    fc.property(arrival, ({ events, shuffled, again }) => {
      expect(measure([...shuffled, ...again], ...METRICS)).toEqual(measure(events, ...METRICS));
    }),
  );
});

test('what metrics say they look at is all that their values depend on', () => {
  const all = sights(METRICS);
  const narrowed = (events: readonly MeasuredEvent[]) =>
    inOrder(events).flatMap((one, index, { length }) => {
      const fields = Object.hasOwn(all, one.name) ? all[one.name] : undefined;
      if (fields === undefined && index > 0 && index < length - 1) return [];
      const details = Object.fromEntries(Object.entries(one.details).filter(([field]) => fields?.includes(field)));
      return [{ ...one, details }];
    });
  fc.assert(
    fc.property(anySession(), (events) => {
      expect(measure(narrowed(events), ...METRICS)).toEqual(METRICS.map((metric) => shownEverything(events, metric)));
    }),
  );
});

test('every metric has a name of its own', () => {
  expect(new Set(METRICS.map(metricId)).size).toBe(METRICS.length);
});

const shownEverything = (events: readonly MeasuredEvent[], metric: Metric) => {
  const measurement = metric.begin(metric.parameters);
  for (const one of inOrder(events)) measurement.see(one);
  return measurement.value();
};
