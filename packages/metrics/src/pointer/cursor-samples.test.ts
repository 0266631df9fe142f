import { expect, test } from 'vitest';
import { event } from '../event.fake.ts';
import { cursorSamples } from './cursor-samples.ts';

test.each([
  ['one position', { clientX: 1, clientY: 2 }, [[1_000, 1, 2]]],
  ['a position without x', { clientY: 2 }, []],
  [
    'points between, on the monotonic clock',
    {
      clientX: 9,
      clientY: 9,
      points: [
        [1, 1, 40.5],
        [5, 5, 90.5],
        ['x', 5, 95],
      ],
    },
    [
      [950, 1, 1],
      [1_000, 5, 5],
      [1_000, 9, 9],
    ],
  ],
])('%s', (_, details, samples) => {
  const taken: number[][] = [];
  cursorSamples(event('cursorTracking', 1_000, details), (...sample) => taken.push(sample));
  expect(taken).toEqual(samples);
});
