import { expect, test } from 'vitest';
import { keyed } from './keyed.ts';

test.each([
  [[], []],
  [
    ['a', 'b', 'a'],
    ['a 0', 'b 0', 'a 1'],
  ],
])('of %j the keys are %j', (items, keys) => {
  expect(keyed(items, (item) => item).map(({ key }) => key)).toEqual(keys);
});
