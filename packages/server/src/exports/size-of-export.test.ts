import { expect, test } from 'vitest';
import { sizeOfExport } from './size-of-export.ts';

test('goes by the last export like it, session by session, whatever was guessed before', () => {
  const like = { bytes: 30_000 + 4_000, sessions: 4 };
  expect(sizeOfExport('csv', ['events'], { sessions: 10, events: 1, like })).toEqual({ bytes: 40_000, basis: 'export' });
  expect(sizeOfExport('csv', ['events'], { sessions: 10, events: 1, like: { bytes: 9_000, sessions: 4 } })).toEqual({
    bytes: 9_000,
    basis: 'export',
  });
});

test.each([undefined, { bytes: 0, sessions: 0 }])('without one it goes by what events took elsewhere: %j', (like) => {
  expect(sizeOfExport('parquet', ['events'], { sessions: 2, events: 1_000, like })).toEqual({ bytes: 60_000, basis: 'trials' });
});
