import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TabState } from './presence-states.ts';
import { createSessionTimes } from './session-times.ts';

const IDLE_MS = 30_000;

test('two visible tabs are one visible site', () => {
  const times = createSessionTimes({ idleMs: IDLE_MS, now: 0 });
  times.set('a', 'visible', 0);
  times.set('b', 'focused', 4_000);
  times.set('a', 'gone', 6_000);
  times.set('b', 'hidden', 10_000);
  expect(times.read(15_000)).toEqual({ open: 15_000, visible: 10_000, focused: 6_000, active: 0 });
});

test('active time counts up to the last input, and up to leaving', () => {
  const times = createSessionTimes({ idleMs: IDLE_MS, now: 0 });
  times.set('a', 'active', 0);
  times.input(5_000);
  expect(times.read(20_000).active).toBe(5_000);
  times.set('a', 'focused', 40_000);
  expect(times.read(40_000).active).toBe(5_000);
  times.set('a', 'active', 50_000);
  times.input(50_000);
  times.set('a', 'hidden', 52_000);
  expect(times.read(60_000).active).toBe(7_000);
});

test('idleness begins with the last input, or with the focus if that is later', () => {
  const times = createSessionTimes({ idleMs: IDLE_MS, now: 0 });
  expect(times.idleSince('focused')).toBeUndefined();
  times.set('a', 'focused', 3_000);
  expect(times.idleSince('focused')).toBe(3_000);
  times.input(4_000);
  times.set('b', 'visible', 5_000);
  expect(times.idleSince('focused')).toBe(4_000);
  times.set('a', 'hidden', 6_000);
  expect(times.idleSince('focused')).toBeUndefined();
  expect(times.idleSince('visible')).toBe(4_000);
});

test('what was slept through is no time', () => {
  const times = createSessionTimes({ idleMs: IDLE_MS, now: 0 });
  times.set('a', 'active', 0);
  times.input(1_000);
  times.read(1_000);
  times.skip(3_600_000);
  times.input(3_601_000);
  expect(times.read(3_601_000)).toEqual({ open: 2_000, visible: 2_000, focused: 2_000, active: 2_000 });
});

test('whatever tabs do, times are the union over tabs, and never go back', () => {
  const state = fc.constantFrom<TabState>('gone', 'frozen', 'hidden', 'visible', 'focused', 'active');
  const step = fc.record({ tab: fc.constantFrom('a', 'b', 'c'), state, wait: fc.nat(40), input: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const times = createSessionTimes({ idleMs: IDLE_MS, now: 0 });
      const tabs = new Map<string, TabState>();
      const truth = { open: 0, visible: 0, focused: 0 };
      let now = 0;
      let before = times.read(0);
      for (const { tab, state: next, wait, input } of steps) {
        // Millisecond by millisecond: slow and beyond doubt.
        for (const end = now + wait; now < end; now += 1) {
          const states = [...tabs.values()];
          if (states.some((one) => one !== 'gone' && one !== 'frozen')) truth.open += 1;
          if (states.some((one) => one === 'visible' || one === 'focused' || one === 'active')) truth.visible += 1;
          if (states.some((one) => one === 'focused' || one === 'active')) truth.focused += 1;
        }
        if (input) times.input(now);
        times.set(tab, next, now);
        tabs.set(tab, next);
        const after = times.read(now);
        expect(after).toMatchObject(truth);
        expect(after.active).toBeGreaterThanOrEqual(before.active);
        expect(after.active).toBeLessThanOrEqual(after.focused);
        before = after;
      }
    }),
  );
});
