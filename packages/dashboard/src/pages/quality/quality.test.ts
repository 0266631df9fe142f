import { expect, test } from 'vitest';
import { readOffset } from './read-offset.ts';
import { shareOf } from './share-of.ts';

test.each([
  [0, 0, '0'],
  [0, 3, '0'],
  [1, 3, '33.3'],
  [999, 1_000, '99.9'],
  [9_999, 10_000, '99.9'],
  [10_000, 10_000, '100'],
  [1, 2, '50'],
])('%i of %i is %s percent, 100 only where nothing is left out', (part, whole, said) => {
  expect(shareOf(part, whole)).toBe(said);
});

test.each([
  ['50', 50],
  [50, 50],
  ['0', undefined],
  [-1, undefined],
  ['1.5', undefined],
  ['soon', undefined],
  [undefined, undefined],
  [true, undefined],
])('an offset of %j in the address is read as %j', (given, offset) => {
  expect(readOffset(given)).toBe(offset);
});
