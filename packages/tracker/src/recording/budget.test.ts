import { expect, test } from 'vitest';
import { createBudget } from './budget.ts';

const run = (shares: number[]) => {
  const budget = createBudget(0);
  let spent = 0;
  return shares.map((share, index) => {
    spent += share * 5_000;
    const changed = budget.look((index + 1) * 5_000, spent);
    return [budget.step().everyMs, changed?.thinner] as const;
  });
};

test.each<[share: number, everyMs: number]>([
  [0, 0],
  [0.03, 0],
  [0.0301, 500],
  [0.9, 500],
])('a share of %d of the main thread gathers changes for %i ms', (share, everyMs) => {
  expect(run([share]).at(-1)?.[0]).toBe(everyMs);
});

test('it thins out step by step, stays there, and goes back once the page was calm for a while', () => {
  expect(run([0.1, 0.1, 0.1, 0.02, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001])).toEqual([
    [500, true],
    [2_000, true],
    [2_000, undefined],
    [2_000, undefined],
    [2_000, undefined],
    [2_000, undefined],
    [2_000, undefined],
    [500, false],
    [500, undefined],
    [500, undefined],
    [500, undefined],
    [0, false],
    [0, undefined],
  ]);
});

test('less than a window says nothing yet', () => {
  expect(createBudget(0).look(4_999, 4_999)).toBeUndefined();
});

test('a full snapshot is not held against it', () => {
  const budget = createBudget(0);
  budget.forgive(400);
  expect(budget.look(5_000, 410)).toBeUndefined();
  expect(budget.step().everyMs).toBe(0);
});
