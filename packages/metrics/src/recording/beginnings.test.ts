import { expect, test } from 'vitest';
import { beginnings } from './beginnings.ts';

const run = (from: number, to: number, at: number, snapshot = false) => ({
  from,
  to,
  at,
  until: at + 900,
  offsetMs: 0,
  chunks: to - from + 1,
  count: 1,
  bytes: 1,
  snapshot,
});
const runs = [run(0, 9, 1_000, true), run(10, 19, 2_000), run(20, 29, 3_000, true)];
const checkpoints = [{ sequence: 12, at: 2_300 }];

test.each([
  ['before everything: the recording’s beginning', 0, [{ from: 0, to: 9 }]],
  ['at the first snapshot: there', 1_000, [{ from: 0, to: 9 }]],
  ['a moment before a checkpoint: the snapshot before', 2_299, [{ from: 0, to: 19 }]],
  [
    'at a checkpoint: it, then the snapshot before',
    2_300,
    [
      { from: 13, to: 19, checkpoint: 12, shownUntil: 2_300 },
      { from: 0, to: 19 },
    ],
  ],
  ['at a later snapshot: there alone', 3_000, [{ from: 20, to: 29 }]],
  ['after everything: the last snapshot', 9_000, [{ from: 20, to: 29 }]],
])('%s', (_, at, expected) => {
  expect([...beginnings({ runs, checkpoints }, at)]).toEqual(expected);
});

test('a recording without a snapshot begins at its beginning', () => {
  expect([...beginnings({ runs: [run(4, 9, 1_000)], checkpoints: [] }, 1_500)]).toEqual([{ from: 4, to: 9 }]);
});

test('a checkpoint at the end of all runs leads to what would come next', () => {
  const [best] = beginnings({ runs: [run(0, 3, 0, true)], checkpoints: [{ sequence: 3, at: 900 }] }, 900);
  expect(best).toEqual({ from: 4, to: 4, checkpoint: 3, shownUntil: 900 });
});

test('nothing recorded begins nowhere', () => {
  expect([...beginnings({ runs: [], checkpoints }, 5)]).toEqual([]);
});
