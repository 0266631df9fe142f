import { expect, test } from 'vitest';
import { lostChunks } from './lost-chunks.ts';

test('chunks that are missing are named as ranges, with how much and when', () => {
  const chunk = (sequence: number) => ({ sequence, at: sequence * 10, until: sequence * 10 + 9, count: 2, snapshot: false });
  expect(lostChunks([5, 3, 4, 9].map(chunk))).toEqual({
    missing: [
      { from: 3, to: 5 },
      { from: 9, to: 9 },
    ],
    dropped: 8,
    from: 30,
    to: 99,
  });
});
