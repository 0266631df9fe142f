import { expect, test } from 'vitest';
import { createCheckouts } from './checkouts.ts';

test.each<[size: number, since: number, afterMs: number, isDue: boolean]>([
  [10_000, 0, 3_600_000, false],
  [10_000, 1, 299_999, false],
  [10_000, 1, 300_000, true],
  [10_000, 1_000_000, 1, false],
  [10_000, 1_000_001, 1, true],
  [500_000, 2_000_000, 1, false],
  [500_000, 2_000_001, 1, true],
])('a page of %i characters with %i changed after %i ms: %s', (size, since, afterMs, isDue) => {
  const checkouts = createCheckouts(0);
  checkouts.taken(0, size);
  checkouts.grown(since);
  expect(checkouts.isDue(afterMs)).toBe(isDue);
});
