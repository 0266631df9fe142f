import { expect, test } from 'vitest';
import { unixMs } from './values.ts';

test.each([
  ['641143800', 641_143_800_000],
  [641_143_800, 641_143_800_000],
  [99_999_999_999, undefined],
  [99_999_999, 99_999_999_000],
  [100_000_000_000, 100_000_000_000],
  [1_795_299_769_977, 1_795_299_769_977],
  [1_795_299_769_977.4, 1_795_299_769_977],
  ['soon', undefined],
  ['', undefined],
  [-1, undefined],
  [Number.NaN, undefined],
  [null, undefined],
])('the time %s is %s ms', (given, ms) => {
  expect(unixMs(given)).toBe(ms);
});
