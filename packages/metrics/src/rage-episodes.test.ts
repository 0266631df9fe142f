import type { TabId } from '@sightline/protocol';
import { describe, expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { measure } from './measure.ts';
import { rageBursts } from './rage-bursts.ts';
import { rageEpisodes } from './rage-episodes.ts';
import { withParameters } from './with-parameters.ts';

const on = (at: number, path: string, more = {}) => event('click', at, { path, ...more });
const by = (at: number, x: number, y = 0, more = {}) => event('click', at, { path: `#at-${x}-${y}`, x, y, ...more });
const every = (ms: number, count: number, path = '#a', more = {}) =>
  Array.from({ length: count }, (_, index) => on(index * ms, path, more));
const preset = (name: string) => withParameters(rageEpisodes, rageEpisodes.presets.find((one) => one.name === name)?.parameters ?? {});

describe('rage episodes', () => {
  test.each([
    ['three clicks 1,000 ms apart are one', every(1_000, 3), 1],
    ['1,001 ms apart are none', every(1_001, 3), 0],
    ['two clicks are none', every(10, 2), 0],
    ['a longer run is still one', every(100, 9), 1],
    ['30 px away is near', [by(0, 0), by(100, 30), by(200, 60)], 1],
    ['31 px away is not', [by(0, 0), by(100, 31), by(200, 62)], 0],
    ['another element without coordinates is not', [on(0, '#a'), on(100, '#a'), on(200, '#b')], 0],
    ['a pause parts two', [...every(100, 3), ...every(100, 3).map((one) => ({ ...one, at: one.at + 5_000, sequence: one.at + 5_000 }))], 2],
    ['a secondary button does not count', every(100, 3, '#a', { button: 2 }), 0],
    ['clicks of a script do not count', every(100, 3, '#a', { trusted: false }), 0],
    ['another page view parts them', [on(0, '#a'), on(100, '#a'), event('pageView', 150), on(200, '#a')], 0],
    ['other tabs do not join', [on(0, '#a'), { ...on(100, '#a'), tab: 'b' as TabId }, on(200, '#a')], 0],
    ['one click told by three elements of LogUI is one', [0, 1, 2].map((sequence) => event('click', 5, { name: 'x' }, { sequence })), 0],
  ])('%s', (_, events, count) => {
    expect(measure(events, rageEpisodes)).toEqual([count]);
  });
});

describe('presets', () => {
  test.each([
    ['PostHog', '999 ms and 29 px (Manhattan)', [by(0, 0), by(999, 15, 14), by(1_998, 0)], 1],
    ['PostHog', '1,000 ms', [by(0, 0), by(1_000, 0), by(2_000, 0)], 0],
    ['PostHog', '30 px (Manhattan)', [by(0, 0), by(500, 15, 15), by(900, 0)], 0],
    ['OpenReplay', '299 ms', every(299, 3), 1],
    ['OpenReplay', '300 ms', every(300, 3), 0],
    ['Sentry', 'three within 7 s on a button', every(3_500, 3, '#a', { tag: 'button' }), 1],
    ['Sentry', 'three within 7.002 s', every(3_501, 3, '#a', { tag: 'button' }), 0],
    ['Sentry', 'on a paragraph', every(100, 3, '#a', { tag: 'p' }), 0],
    ['Highlight', 'five in 2 s, 8 px apart', [0, 500, 1_000, 1_500, 2_000].map((at, index) => by(at, 8 * index)), 1],
    ['Highlight', 'five in 2,004 ms', [0, 501, 1_002, 1_503, 2_004].map((at) => by(at, 0)), 0],
    ['Highlight', '9 px apart', [0, 100, 200, 300, 400].map((at, index) => by(at, 9 * index)), 0],
    ['Highlight', 'slow ones before fast ones', [0, 1_900, 2_000, 2_100, 2_200, 2_300].map((at) => by(at, 0)), 1],
  ])('%s: %s', (name, _, events, count) => {
    expect(measure(events, preset(name))).toEqual([count]);
  });
});

test('a burst tells where it was, when, how many clicks and how long', () => {
  expect(measure([on(10, '#a'), by(20, 1), ...[100, 300, 600].map((at) => on(at, '#b'))], rageBursts)).toEqual([
    [{ at: 100, target: '#b', clicks: 3, durationMs: 500 }],
  ]);
});
