import { expect, test } from 'vitest';
import { createLiveEdge } from './live-edge.ts';

const edgeAt = (arrivals: readonly [came: number, beganAt: number][], now: number) => {
  let time = 0;
  const edge = createLiveEdge({ now: () => time });
  for (const [came, beganAt] of arrivals) {
    time = came;
    edge.came(beganAt);
  }
  time = now;
  return edge.at();
};

test('before anything came nothing is known', () => {
  expect(edgeAt([], 5_000)).toBeUndefined();
});

test.each([
  ['behind what came last by what it was late', [[10_500, 1_000_000]], 10_500, 999_960],
  ['further as time runs', [[10_500, 1_000_000]], 10_900, 1_000_360],
  [
    'behind the latest of several',
    [
      [10_500, 1_000_000],
      [11_000, 1_000_600],
    ],
    11_000,
    1_000_460,
  ],
  [
    'not behind what was late 10 s ago',
    [
      [10_500, 1_000_000],
      [20_500, 1_010_400],
    ],
    20_500,
    1_010_360,
  ],
  [
    'still behind what was late a moment less ago',
    [
      [10_500, 1_000_000],
      [20_499, 1_010_399],
    ],
    20_499,
    1_009_959,
  ],
  [
    'not behind what was found again after minutes',
    [
      [10_500, 700_000],
      [11_000, 1_000_600],
    ],
    11_000,
    997_560,
  ],
] as [string, [number, number][], number, number][])('%s', (_, arrivals, now, expected) => {
  expect(edgeAt(arrivals, now)).toBe(expected);
});
