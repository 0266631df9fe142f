import type { eventWithTime } from '@rrweb/types';
import { expect, test } from 'vitest';
import { STEPS } from './budget.ts';
import { CHANGE, CHANGED_MOUSE } from './kinds.ts';
import { thinned } from './thinned.ts';

const way = (places: number) =>
  ({
    type: CHANGE,
    data: { source: CHANGED_MOUSE, positions: Array.from({ length: places }, (_, x) => ({ x })) },
    timestamp: 1,
  }) as unknown as eventWithTime;

test.each([
  [0, 8],
  [1, 4],
  [2, 2],
])('step %i of the budget keeps %i of 8 places of the pointer, the last among them', (level, places) => {
  const { positions } = (thinned(way(8), STEPS[level] ?? STEPS[0]) as unknown as { data: { positions: { x: number }[] } }).data;
  expect([positions.length, positions.at(-1)?.x]).toEqual([places, 7]);
});
