import { expect, test } from 'vitest';
import { backOff } from './back-off.ts';

test.each([
  [0, 0, 0, 500],
  [0, 1, 0, 1_000],
  [1, 0.5, 0, 1_500],
  [3, 1, 0, 8_000],
  [6, 0, 0, 30_000],
  [6, 1, 0, 60_000],
  [1_000, 1, 0, 60_000],
  [0, 0, 5_000, 5_000],
  [0, 1, 5_000, 5_500],
])('after %i failures, with %f at random and at least %i ms asked, the pause is %i ms', (failures, random, atLeastMs, pauseMs) => {
  expect(backOff(failures, random, atLeastMs)).toBe(pauseMs);
});
