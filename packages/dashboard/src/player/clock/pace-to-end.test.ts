import { expect, test } from 'vitest';
import { paceToEnd } from './pace-to-end.ts';

test.each([
  [-500, 1],
  [0, 1],
  [1_049, 1],
  [1_050, 2],
  [5_600, 8],
  [8_000, 8],
  [8_001, 'jump'],
])('%s ms behind a running session’s end: %s', (behindMs, pace) => {
  expect(paceToEnd(behindMs)).toBe(pace);
});
