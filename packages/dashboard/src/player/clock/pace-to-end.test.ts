import { expect, test } from 'vitest';
import { paceToEnd } from './pace-to-end.ts';

test.each([
  [-500, 1],
  [0, 1],
  [174, 1],
  [175, 1.25],
  [700, 2],
  [4_899, 7.75],
  [4_900, 8],
  [8_000, 8],
  [8_001, 'jump'],
])('%s ms behind what is to be shown of a running session: %s', (behindMs, pace) => {
  expect(paceToEnd(behindMs)).toBe(pace);
});
