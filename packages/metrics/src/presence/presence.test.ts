import type { PageViewId, PresenceState, TabId } from '@sightline/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { event } from '../event.fake.ts';
import { activeTime } from '../active-time.ts';
import { engagedGa4 } from '../engaged-ga4.ts';
import { focusedTime } from '../focused-time.ts';
import { idleEpisodes } from '../idle-episodes.ts';
import { measure } from '../measure.ts';
import type { MeasuredEvent } from '../metric.ts';
import { openTime } from '../open-time.ts';
import { pageDwellVisible } from '../page-dwell-visible.ts';
import { pageDwellWall } from '../page-dwell-wall.ts';
import { presenceSource } from '../presence-source.ts';
import { sessionDuration } from '../session-duration.ts';
import { lanesOf } from './presence-reading.ts';
import { presenceTable } from './presence-table.ts';
import { visibleTime } from '../visible-time.ts';

const tab = (number: number) => `00000000-0000-4000-8000-00000000000${number}` as TabId;
const view = (number: number) => `00000000-0000-4000-9000-00000000000${number}` as PageViewId;
const spell = (state: PresenceState, from: number, to: number, more: Partial<MeasuredEvent> & { jumpMs?: number } = {}): MeasuredEvent => {
  const { jumpMs, ...rest } = more;
  return event(
    'presence',
    to,
    { state, lengthMs: to - from, ...(jumpMs === undefined ? {} : { jumpMs }) },
    { type: 'statusEvent', ...rest },
  );
};
const times = (events: MeasuredEvent[]) => measure(events, openTime, visibleTime, focusedTime, activeTime);

const shown = (number: number, at: number) =>
  event('pageView', at, { url: `/${number}` }, { type: 'browserEvent', pageView: view(number) });

const left = (at: number) => event('pageLeft', at, { cause: 'route' }, { type: 'browserEvent' });

const focus = (at: number, hasFocus: boolean) =>
  event('viewportFocusChange', at, { type: 'viewportFocusChange', hasFocus }, { type: 'browserEvent' });

const arm = (value: string) => ({ applicationSpecificData: { arm: value } });

describe('the four times', () => {
  test.each([
    ['nothing', [], [0, 0, 0, 0]],
    [
      'each state counts as itself and what it includes',
      [spell('hidden', 0, 1), spell('visible', 1, 3), spell('focused', 3, 7), spell('active', 7, 15)],
      [15, 14, 12, 8],
    ],
    [
      'frozen and asleep count as nothing',
      [spell('frozen', 0, 500), spell('asleep', 500, 900), spell('active', 900, 1_000)],
      [100, 100, 100, 100],
    ],
    [
      'two windows side by side count once',
      [spell('visible', 0, 10_000), spell('visible', 5_000, 20_000, { tab: tab(2) })],
      [20_000, 20_000, 0, 0],
    ],
  ])('%s', (_, events, expected) => {
    expect(times(events)).toEqual(expected);
  });
});

test('a page counts from when it came, the session’s duration from its first event', () => {
  const events = [shown(1, 400), spell('active', 0, 10_000)];
  expect([...times(events), ...measure(events, sessionDuration)]).toEqual([10_000, 10_000, 10_000, 10_000, 9_600]);
});

describe('intervals of one tab', () => {
  test('touch where estimates of the clocks’ offset differ by up to 250 ms', () => {
    const events = [spell('active', 0, 1_000), { ...spell('active', 1_000, 2_000), at: 2_250, sequence: 2_000 }];
    expect(lanesOf(events).lanes[0]?.spells.map(({ from, to }) => [from, to])).toEqual([
      [0, 1_000],
      [1_000, 2_000],
    ]);
  });
  test('stay apart where the tab was away for longer', () => {
    const events = [spell('active', 0, 1_000), spell('active', 1_251, 2_000)];
    expect(lanesOf(events).lanes[0]?.spells.map(({ from }) => from)).toEqual([0, 1_251]);
  });
  test('lie before a sleep that the monotonic clock did not see', () => {
    const slept = { ...spell('active', 1_000, 3_000, { jumpMs: 3_600_000 }), at: 3_603_000 };
    expect(lanesOf([spell('active', 0, 1_000), slept, spell('active', 3_603_000, 3_604_000)]).lanes[0]?.spells).toMatchObject([
      { from: 0, to: 1_000 },
      { from: 1_000, to: 3_000 },
      { from: 3_603_000, to: 3_604_000 },
    ]);
  });
  test('stay where they are when the clock was only set, as corrected time does not move', () => {
    expect(times([spell('active', 0, 1_000), spell('active', 1_000, 3_000, { jumpMs: -180_000 }), spell('active', 3_000, 4_000)])[3]).toBe(
      4_000,
    );
    expect(times([spell('active', 0, 1_000), spell('active', 1_000, 3_000, { jumpMs: 3_600_000 }), spell('active', 3_000, 4_000)])[3]).toBe(
      4_000,
    );
  });
});

describe('idle episodes', () => {
  test.each([
    ['60.001 s without input is one', [spell('active', 0, 10), spell('focused', 10, 60_011), spell('active', 60_011, 60_020)], 1],
    ['60 s is none', [spell('active', 0, 10), spell('focused', 10, 60_010)], 0],
    ['looking away ends it', [spell('focused', 0, 40_000), spell('visible', 40_000, 50_000), spell('focused', 50_000, 90_000)], 0],
    ['input in another tab ends it', [spell('focused', 0, 100_000), spell('active', 50_000, 50_001, { tab: tab(2) })], 0],
    ['checkpoints do not', [spell('focused', 0, 30_000), spell('focused', 30_000, 61_000)], 1],
  ])('%s', (_, events, count) => {
    expect(measure(events, idleEpisodes)).toEqual([count]);
  });
});

describe('page dwell', () => {
  test('is wall time and visible time from the beginning to the end of each page view', () => {
    const events = [
      shown(1, 0),
      spell('visible', 0, 5_000),
      spell('hidden', 5_000, 60_000),
      left(60_000),
      shown(2, 60_000),
      spell('focused', 60_000, 61_000),
    ];
    const numbered = events.map((one, sequence) => ({ ...one, sequence }));
    const [wall, visible] = measure(numbered, pageDwellWall, pageDwellVisible);
    expect(wall.map(({ url, dwellMs }) => [url, dwellMs])).toEqual([
      ['/1', 60_000],
      ['/2', 1_000],
    ]);
    expect(visible.map(({ dwellMs }) => dwellMs)).toEqual([5_000, 1_000]);
  });
  test('is not ended by the leaving of the page before, whose clock is corrected to a later time', () => {
    const events = [shown(1, 0), left(60_080), shown(2, 60_000), spell('focused', 60_000, 61_000), left(61_000)];
    const numbered = events.map((one, sequence) => ({ ...one, sequence }));
    const [wall, visible] = measure(numbered, pageDwellWall, pageDwellVisible);
    expect(wall.map(({ dwellMs }) => dwellMs)).toEqual([60_000, 1_000]);
    expect(visible.map(({ dwellMs }) => dwellMs)).toEqual([0, 1_000]);
  });
  test.each([
    [1_800_000, 1_805_000],
    [1_800_001, 5_000],
  ])('hidden for %d ms, it is %d ms long', (hiddenMs, dwellMs) => {
    const events = [
      shown(1, 0),
      spell('visible', 0, 5_000),
      spell('hidden', 5_000, 5_000 + hiddenMs),
      { ...left(5_000 + hiddenMs), sequence: 1 },
    ];
    expect(measure(events, pageDwellWall)[0]).toMatchObject([{ dwellMs }]);
  });
});

describe('engaged as GA4 says', () => {
  test.each([
    ['10.001 s in the foreground', [spell('focused', 0, 10_001)], true],
    ['10 s', [spell('focused', 0, 10_000)], false],
    ['two page views', [event('pageView', 0), event('pageView', 1)], true],
    ['a session that tells nothing of focus', [event('pageView', 0), event('click', 60_000)], null],
  ])('%s', (_, events, engaged) => {
    expect(measure(events, engagedGa4)).toEqual([engaged]);
  });
});

describe('a session that tells nothing of presence', () => {
  test('is open from its first to its last event, and active between inputs at most 30 s apart', () => {
    const events = [0, 10_000, 40_000, 70_001].map((at) => event('click', at));
    expect(times(events)).toEqual([70_001, null, null, 40_000]);
    expect(measure(events, presenceSource, idleEpisodes)).toEqual(['derived', null]);
  });
  test('is focused where the page said so', () => {
    const events = [
      event('click', 0),
      event('click', 5_000),
      focus(6_000, false),
      focus(20_000, true),
      event('click', 21_000),
      event('click', 25_000),
    ];
    expect(times(events)).toEqual([25_000, null, 11_000, 11_000]);
  });
});

test('presence is told for the session, each tab, page view, condition and named element', () => {
  const events = [
    spell('focused', 0, 1_000, { ...arm('a'), pageView: view(1) }),
    spell('active', 1_000, 3_000, { ...arm('b'), pageView: view(2) }),
    spell('visible', 500, 2_000, { ...arm('a'), tab: tab(2), pageView: view(3) }),
    event('elementInView', 2_500, { name: 'price', lengthMs: 2_000 }),
  ];
  expect(presenceTable(events).map(({ scope, key, ...ms }) => [scope, key, ...Object.values(ms)])).toEqual([
    ['session', '', 3_000, 3_000, 3_000, 2_000],
    ['tab', tab(1), 3_000, 3_000, 3_000, 2_000],
    ['tab', tab(2), 1_500, 1_500, 0, 0],
    ['pageView', view(1), 1_000, 1_000, 1_000, 0],
    ['pageView', view(2), 2_000, 2_000, 2_000, 2_000],
    ['pageView', view(3), 1_500, 1_500, 0, 0],
    ['condition', 'arm=a', 2_000, 2_000, 1_000, 0],
    ['condition', 'arm=b', 2_000, 2_000, 2_000, 2_000],
    ['element', 'price', 2_000, 2_000, 2_000, 1_500],
  ]);
});

test('the times are nested, at most the wall time, and independent of order and repetition', () => {
  const state = fc.constantFrom<PresenceState>('frozen', 'asleep', 'hidden', 'visible', 'focused', 'active');
  const lane = (number: number) =>
    fc.array(fc.tuple(state, fc.nat(5_000)), { maxLength: 20 }).map((steps) => {
      let at = 0;
      return steps.map(([one, length], sequence) => ({ ...spell(one, at, (at += length)), tab: tab(number), sequence }));
    });
  const session = fc.tuple(lane(1), lane(2), lane(3)).map((lanes) => lanes.flat());
  fc.assert(
    fc.property(
      session.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
      ([events, shuffled]) => {
        if (events.length === 0) return;
        const [open, visible, focused, active] = times(events).map((ms) => ms ?? 0) as [number, number, number, number];
        expect([active, focused, visible, open].toSorted((a, b) => a - b)).toEqual([active, focused, visible, open]);
        expect(open).toBeLessThanOrEqual(Math.max(...events.map(({ at }) => at)));
        expect(times([...shuffled, ...shuffled])).toEqual(times(events));
      },
    ),
  );
});
