import { expect, test } from 'vitest';
import { round } from './round.ts';

// Values from CPython 3.11: round(x, d).
test.each([
  [0.125, 2, 0.12],
  [0.375, 2, 0.38],
  [-0.125, 2, -0.12],
  [2.675, 2, 2.67],
  [1.005, 2, 1],
  [12.345, 2, 12.35],
  [0.25, 1, 0.2],
  [0.75, 1, 0.8],
  [33.25, 1, 33.2],
  [66.66666, 1, 66.7],
  [100, 1, 100],
  [0, 2, 0],
])('%d at %d decimals is %d', (value, decimals, expected) => {
  expect(round(value, decimals)).toBe(expected);
});
