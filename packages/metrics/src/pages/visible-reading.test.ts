import type { TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { event } from '../event.fake.ts';
import { visibleReading } from './visible-reading.ts';

const change = (at: number, visible: boolean) => event('visibilityChange', at, { visible });

test.each([
  ['hidden first: it was visible before', [change(10, false), change(30, true)], 80],
  ['shown first: it was hidden before', [change(30, true)], 70],
  ['presence tells more than changes', [change(10, false), event('presence', 50, { state: 'focused', lengthMs: 20 })], 20],
  ['nothing told: all of it', [], 100],
])('%s', (_, events, ms) => {
  const reading = visibleReading();
  for (const one of events) reading.see(one);
  expect(reading.msWithin(event('click', 0).tab, { from: 0, to: 100 })).toBe(ms);
});

test('of a tab that tells nothing, nothing is known', () => {
  const reading = visibleReading();
  reading.see(change(10, false));
  expect(reading.within('another' as TabId, { from: 0, to: 9 })).toBeUndefined();
});
