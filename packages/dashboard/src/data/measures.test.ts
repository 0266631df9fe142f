import type { MeasureAcross } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { againAfter } from './measures.ts';

const across = (state: 'idle' | 'running' | 'waiting' | 'failed', ...groups: [measured: number, sessions: number][]) =>
  ({
    progress: { state, done: 0, total: 0 },
    groups: groups.map(([measured, sessions]) => ({ measured, sessions })),
  }) as unknown as MeasureAcross;

test.each([
  ['soon while results are computed', across('running', [1, 2]), 3_000],
  ['soon while they are about to be', across('waiting', [2, 2]), 3_000],
  ['later where there is no session yet, as one may come', across('idle'), 10_000],
  ['later where one session has no result yet', across('idle', [2, 2], [1, 2]), 10_000],
  ['not at all where every session has one', across('idle', [2, 2], [3, 3]), false],
  ['not at all before the first answer', undefined, false],
])('results are looked at again %s', (_, data, expected) => {
  expect(againAfter(data)).toBe(expected);
});
