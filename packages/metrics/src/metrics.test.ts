import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anySession } from './any-session.fake.ts';
import { event } from './event.fake.ts';
import { clicksPerMinute } from './clicks-per-minute.ts';
import { clicks } from './clicks.ts';
import { EVERY_DERIVED, isDerivedName } from './derived-name.ts';
import { fixationTime } from './fixation-time.ts';
import { focusedElements } from './focused-elements.ts';
import { inOrder } from './in-order.ts';
import { measure } from './measure.ts';
import { metricId, type MeasuredEvent, type Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import { rageClicks } from './rage-clicks.ts';
import { looksAt, seenBy } from './seen-by.ts';
import { sessionDuration } from './session-duration.ts';
import { withParameters } from './with-parameters.ts';

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

test('order of arrival and duplicates never change a value', () => {
  const arrival = anySession(METRICS).chain((events) =>
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

/** The value where the metric is shown every recorded event, those it does not look at too. */
const shownEverything = (events: readonly MeasuredEvent[], metric: Metric) => {
  const measurement = metric.begin(metric.parameters);
  const looksAtRules = looksAt(seenBy(metric), EVERY_DERIVED);
  for (const one of inOrder(events)) if (looksAtRules || !isDerivedName(one.name)) measurement.see(one);
  return measurement.value();
};

/** What a reader may leave out for one metric: other events but the first and last, other fields of the details, extra fields. */
const narrowed = (events: readonly MeasuredEvent[], metric: Metric): MeasuredEvent[] => {
  const sees = seenBy(metric);
  const ordered = inOrder(events);
  const recorded = ordered.filter(({ name }) => !isDerivedName(name));
  const ends = new Set([recorded[0], recorded.at(-1)]);
  return ordered.flatMap((one) => {
    if (!ends.has(one) && !looksAt(sees, one.name)) return [];
    const every = sees[isDerivedName(one.name) ? EVERY_DERIVED : '*'] ?? [];
    const fields = new Set([...(Object.hasOwn(sees, one.name) ? (sees[one.name] ?? []) : []), ...every]);
    const { tab, sequence, name, at } = one;
    const details = Object.fromEntries(Object.entries(one.details).filter(([field]) => fields.has(field)));
    return [{ tab, sequence, name, at, details, ...Object.fromEntries((metric.extras ?? []).map((extra) => [extra, one[extra]])) }];
  });
};

test.each(METRICS.map((metric): [string, Metric] => [metricId(metric), metric]))(
  'what %s says it looks at is all that its value depends on',
  (_, metric) => {
    fc.assert(
      fc.property(anySession(METRICS), (events) => {
        expect(measure(narrowed(events, metric), metric)).toEqual([shownEverything(events, metric)]);
      }),
      { numRuns: 40 },
    );
  },
);

test('how events are split into batches, and which batch comes first, never changes a value', () => {
  const batches = anySession(METRICS).chain((events) =>
    fc.tuple(fc.constant(events), fc.array(fc.nat(3), { minLength: events.length, maxLength: events.length })),
  );
  fc.assert(
    fc.property(batches, ([events, batchOf]) => {
      const arrived = [3, 1, 0, 2].flatMap((batch) => events.filter((_, index) => batchOf[index] === batch));
      expect(measure(arrived, ...METRICS)).toEqual(measure(events, ...METRICS));
    }),
  );
});

test('every metric has a name of its own', () => {
  expect(new Set(METRICS.map(metricId)).size).toBe(METRICS.length);
});
