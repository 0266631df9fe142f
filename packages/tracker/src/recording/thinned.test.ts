import type { eventWithTime } from '@rrweb/types';
import { expect, test } from 'vitest';
import { STEPS } from './budget.ts';
import { CHANGE, CHANGED_CANVAS, CHANGED_MOUSE } from './kinds.ts';
import { createThinning } from './thinned.ts';

const picture = { type: CHANGE, data: { source: CHANGED_CANVAS, id: 1 }, timestamp: 1 } as unknown as eventWithTime;
const way = (places: number) =>
  ({
    type: CHANGE,
    data: { source: CHANGED_MOUSE, positions: Array.from({ length: places }, (_, x) => ({ x })) },
    timestamp: 1,
  }) as unknown as eventWithTime;

test.each([
  [0, 20, 8],
  [1, 10, 4],
  [2, 2, 2],
])(
  'step %i of the budget keeps %i of 20 pictures of a canvas and %i of 8 places of the pointer, the last among them',
  (level, pictures, places) => {
    const thinned = createThinning(() => STEPS[level] ?? STEPS[0]);
    expect(Array.from({ length: 20 }, () => thinned(picture)).filter(Boolean)).toHaveLength(pictures);
    const { positions } = (thinned(way(8)) as unknown as { data: { positions: { x: number }[] } }).data;
    expect([positions.length, positions.at(-1)?.x]).toEqual([places, 7]);
  },
);
