import type { TabId } from '@sightline/protocol';
import { describe, expect, test } from 'vitest';
import { clockJumps } from './clock-jumps.ts';
import { droppedEvents } from './dropped-events.ts';
import { event } from './event.fake.ts';
import { focusLosses } from './focus-losses.ts';
import { measure } from './measure.ts';
import { pastes } from './pastes.ts';
import { qualityFlags } from './quality-flags.ts';
import { timeAway } from './time-away.ts';
import { trackerFailures } from './tracker-failures.ts';
import { untrustedClicks } from './untrusted-clicks.ts';
import { withParameters } from './with-parameters.ts';
import { zoomChanges } from './zoom-changes.ts';

const focus = (at: number, hasFocus: boolean, tab = 'a') => event('viewportFocusChange', at, { hasFocus }, { tab: tab as TabId });

describe('away', () => {
  test.each([
    ['250 ms', [focus(0, false), focus(250, true)], [1, 250]],
    ['249 ms is none', [focus(0, false), focus(249, true)], [0, 0]],
    ['never back: not known how long', [focus(0, false)], [0, 0]],
    ['a click tells of being back', [focus(0, false), event('click', 900)], [1, 900]],
    ['from one tab to the other', [focus(0, false, 'a'), focus(20, true, 'b'), focus(5_000, false, 'b'), focus(5_020, true, 'a')], [0, 0]],
    ['the other tab told first', [focus(0, true, 'a'), focus(10, true, 'b'), focus(20, false, 'a'), focus(9_000, true, 'a')], [0, 0]],
    ['told twice', [focus(0, false), focus(500, false), focus(1_000, true)], [1, 1_000]],
  ])('%s', (_, events, expected) => {
    expect(measure(events, focusLosses, timeAway)).toEqual(expected);
  });
});

test.each([
  [
    'a script’s click',
    untrustedClicks,
    [event('click', 0, { trusted: false }), event('click', 1, { trusted: true }), event('click', 2)],
    1,
  ],
  ['a jump of 250 ms', clockJumps, [event('presence', 0, { jumpMs: 250 }), event('presence', 1, { jumpMs: -250 })], 2],
  ['a jump of 249 ms', clockJumps, [event('presence', 0, { jumpMs: 249 }), event('presence', 1)], 0],
  [
    'events dropped',
    droppedEvents,
    [event('outboxChanged', 0, { dropped: 3 }), event('outboxChanged', 1), event('outboxChanged', 2, { dropped: 4 })],
    7,
  ],
  ['zooming', zoomChanges, [event('viewportZoom', 0)], 1],
  ['pastes', pastes, [event('clipboard', 0, { action: 'paste' }), event('clipboard', 1, { action: 'cut' })], 1],
  ['the tracker’s faults', trackerFailures, [event('trackerFailed', 0)], 1],
])('%s', (_, metric, events, count) => {
  expect(measure(events, metric)).toEqual([count]);
});

describe('flags', () => {
  const looks = (times: number) =>
    Array.from({ length: times }, (_, index) => [focus(index * 1_000, false), focus(index * 1_000 + 300, true)]).flat();
  test.each([
    ['3 losses of focus raise none', looks(3), []],
    ['4 do', looks(4), [{ flag: 'focus_losses', value: 4, threshold: 3 }]],
    ['60 s away raises none', [focus(0, false), focus(60_000, true)], []],
    ['60.001 s does', [focus(0, false), focus(60_001, true)], [{ flag: 'time_away', value: 60_001, threshold: 60_000 }]],
  ])('%s', (_, events, flags) => {
    expect(measure(events, qualityFlags)).toEqual([flags]);
  });
  test('are raised only for what has a threshold', () => {
    const events = [event('clipboard', 0, { action: 'paste' }), event('trackerFailed', 1)];
    expect(measure(events, withParameters(qualityFlags, { thresholds: { pastes: 0 } }))).toEqual([
      [{ flag: 'pastes', value: 1, threshold: 0 }],
    ]);
  });
});
