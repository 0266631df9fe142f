import type { TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { measure } from './measure.ts';
import { thrashedCursor } from './thrashed-cursor.ts';

const at = (ms: number, clientX: number, clientY = 0, more = {}) => event('cursorTracking', ms, { clientX, clientY, ...more });
/** To and fro: `times` segments of `px`, one every `ms`. */
const shaken = (times: number, px: number, ms: number, from = 0) =>
  Array.from({ length: times + 1 }, (_, index) => at(from + index * ms, index % 2 === 0 ? 0 : px));

test.each([
  ['7 segments have 6 reversals', shaken(7, 120, 250), 1],
  ['6 segments have 5', shaken(6, 160, 250), 0],
  ['798 px are too short', shaken(7, 114, 250), 0],
  ['800 px are enough', shaken(8, 100, 250), 1],
  ['segments that end within 1,995 ms', shaken(8, 100, 285), 1],
  ['segments that end within 2,002 ms', shaken(8, 100, 286), 0],
  ['segments of 39 px are none', shaken(40, 39, 40), 0],
  ['over more than 2 s they are too slow', shaken(7, 120, 334), 0],
  ['going on is one episode', shaken(30, 120, 100), 1],
  ['a pause of 2 s parts two', [...shaken(10, 120, 100), ...shaken(10, 120, 100, 4_000)], 2],
  ['a click ends it', [...shaken(4, 200, 100), event('click', 450), ...shaken(4, 200, 100, 500)], 0],
  ['one long way is none', Array.from({ length: 20 }, (_, index) => at(index * 50, index * 100)), 0],
  ['right angles are no reversals', Array.from({ length: 20 }, (_, i) => at(i * 50, Math.ceil(i / 2) * 50, Math.floor(i / 2) * 50)), 0],
  ['tabs do not mix', shaken(7, 120, 250).map((one, index) => ({ ...one, tab: (index % 2 === 0 ? 'a' : 'b') as TabId })), 0],
])('%s', (_, events, count) => {
  expect(measure(events, thrashedCursor)).toEqual([count]);
});
