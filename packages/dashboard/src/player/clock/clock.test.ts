import type { Spell } from '@sightline/metrics';
import type { PresenceState } from '@sightline/protocol';
import { describe, expect, test } from 'vitest';
import { endOfIdleness, idleStretches } from './idle-stretches.ts';
import { tabAt } from './tab-at.ts';

const spell = (state: PresenceState, from: number, to: number): Spell => ({
  state,
  from,
  to,
  pageView: null,
  applicationSpecificData: {},
  recovered: false,
});

describe('nobody is active', () => {
  test.each([
    ['a gap of 10,000 ms is watched', [spell('active', 0, 5_000), spell('active', 15_000, 20_000)], []],
    [
      '10,001 ms are skipped, but for the last second',
      [spell('active', 0, 5_000), spell('active', 15_001, 20_000)],
      [{ from: 5_000, to: 14_001 }],
    ],
    ['focus alone is not activity', [spell('active', 0, 2_000), spell('focused', 2_000, 20_000)], [{ from: 2_000, to: 19_000 }]],
  ])('%s', (_, spells, expected) => {
    expect(idleStretches({ from: 0, to: 20_000, lanes: [{ spells }], recorded: [] })).toEqual(expected);
  });

  test('one active tab is enough', () => {
    const lanes = [{ spells: [spell('active', 0, 10_000)] }, { spells: [spell('active', 10_000, 20_000)] }];
    expect(idleStretches({ from: 0, to: 20_000, lanes, recorded: [] })).toEqual([]);
  });

  test('where nothing tells of activity, what was recorded does', () => {
    const recorded = [
      { from: 0, to: 4_000 },
      { from: 30_000, to: 40_000 },
    ];
    expect(idleStretches({ from: 0, to: 40_000, lanes: [], recorded })).toEqual([{ from: 4_000, to: 29_000 }]);
  });

  test.each([
    [3_999, undefined],
    [4_000, 29_000],
    [28_999, 29_000],
    [29_000, undefined],
  ])('at %i it goes on at %s', (at, expected) => {
    expect(endOfIdleness([{ from: 4_000, to: 29_000 }], at)).toBe(expected);
  });
});

describe('the tab that was seen', () => {
  const a = { tab: 'a', from: 0, to: 100, spells: [spell('active', 0, 50), spell('hidden', 50, 100)] };
  const b = { tab: 'b', from: 40, to: 200, spells: [spell('hidden', 40, 50), spell('visible', 50, 200)] };
  test.each([
    ['the active one', 10, undefined, 'a'],
    ['the visible one', 60, undefined, 'b'],
    ['the visible one although the hidden one was shown', 60, 'a', 'b'],
    ['the nearest before all', -5, undefined, 'a'],
    ['the nearest after all', 900, undefined, 'b'],
    ['none is known', 5, undefined, undefined],
  ])('%s', (name, at, shown, expected) => {
    expect(tabAt(name === 'none is known' ? [] : [a, b], at, shown)).toBe(expected);
  });

  test('of equals the one that was shown stays', () => {
    const lanes = [a, { ...a, tab: 'c' }];
    expect([tabAt(lanes, 10, 'c'), tabAt(lanes, 10, 'a'), tabAt(lanes, 10)]).toEqual(['c', 'a', 'a']);
  });
});
