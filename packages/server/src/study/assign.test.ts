import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign, type Assigned, type Held } from './assign.ts';
import { latinSquare } from './latin-square.ts';
import { shuffled } from './shuffled.ts';

const named = (count: number, quota: number | null = null) => Array.from({ length: count }, (_, index) => ({ name: `c${index}`, quota }));
type Method = 'none' | 'block' | 'latin' | 'quota';

/** Lets so many people in, one after the other; at some steps one who is there goes away again. */
function run(
  study: { assignment: Method; conditions: ReturnType<typeof named>; blockSize: number },
  steps: readonly (number | undefined)[],
) {
  const held: Assigned[] = [];
  for (const leaver of steps) {
    if (leaver !== undefined && held.length > 0) held.splice(leaver % held.length, 1);
    const next = assign(study, held satisfies Held[], 'seed');
    if (next) held.push(next);
  }
  return held;
}
const counts = (held: readonly Held[], conditions: readonly { name: string }[]) =>
  conditions.map(({ name }) => held.filter(({ condition }) => condition === name).length);
const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers);

const conditionCount = fc.integer({ min: 1, max: 6 });
const people = fc.integer({ min: 0, max: 60 });

describe('Block randomisation', () => {
  test('is never out of balance by more than one condition’s share of a block, however many come', () => {
    fc.assert(
      fc.property(conditionCount, fc.integer({ min: 1, max: 4 }), people, (size, repeats, many) => {
        const study = { assignment: 'block' as const, conditions: named(size), blockSize: size * repeats };
        const held = run(study, Array.from({ length: many }));
        expect(spread(counts(held, study.conditions))).toBeLessThanOrEqual(repeats);
        if (many % (size * repeats) === 0) expect(spread(counts(held, study.conditions))).toBe(0);
      }),
    );
  });

  test('fills the places of those who went before it begins a new block', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.array(fc.option(fc.nat(), { nil: undefined }), { maxLength: 40 }), (size, steps) => {
        const held = run({ assignment: 'block', conditions: named(size), blockSize: size * 2 }, steps);
        const slots = held.map(({ slot }) => slot);
        expect(new Set(slots).size).toBe(slots.length);
        expect(Math.max(-1, ...slots)).toBeLessThan(steps.length);
        // Where nobody is missing, the places in use have no gap.
        const missing = Math.max(-1, ...slots) + 1 - slots.length;
        const last = assign({ assignment: 'block', conditions: named(size), blockSize: size * 2 }, held, 'seed');
        if (missing > 0) expect(last?.slot).toBeLessThan(Math.max(...slots));
      }),
    );
  });

  test('passes over a condition whose quota is full, and ends when all are', () => {
    const conditions = [
      { name: 'a', quota: 1 },
      { name: 'b', quota: 3 },
    ];
    const held = run({ assignment: 'block', conditions, blockSize: 2 }, Array.from({ length: 10 }));
    expect(counts(held, conditions)).toEqual([1, 3]);
  });
});

describe('A Latin square', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('of %i has each condition once in each row, and equally often at each place', (size) => {
    const rows = latinSquare(size);
    const all = Array.from({ length: size }, (_, index) => index);
    for (const row of rows) expect(row.toSorted((a, b) => a - b)).toEqual(all);
    for (const place of all) {
      for (const condition of all) expect(rows.filter((row) => row[place] === condition)).toHaveLength(rows.length / size);
    }
  });

  test.each([2, 3, 4, 5, 6, 7])('of %i lets each condition follow each other equally often', (size) => {
    const follows = new Map<string, number>();
    for (const row of latinSquare(size))
      row.slice(1).forEach((next, index) => follows.set(`${row[index]}>${next}`, (follows.get(`${row[index]}>${next}`) ?? 0) + 1));
    expect(follows.size).toBe(size * (size - 1));
    expect(new Set(follows.values()).size).toBe(1);
  });

  test('gives each row once before any comes again', () => {
    fc.assert(
      fc.property(conditionCount, fc.integer({ min: 1, max: 3 }), (size, squares) => {
        const rows = latinSquare(size).length;
        const held = run({ assignment: 'latin', conditions: named(size), blockSize: size }, Array.from({ length: rows * squares }));
        const orders = held.map(({ order }) => order.join());
        for (let square = 0; square < squares; square += 1) {
          expect(new Set(orders.slice(square * rows, (square + 1) * rows)).size).toBe(new Set(latinSquare(size).map(String)).size);
        }
      }),
    );
  });
});

describe('By quota', () => {
  test('no condition is ever a person ahead of its share, whoever leaves', () => {
    fc.assert(
      fc.property(
        conditionCount,
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.option(fc.nat(), { nil: undefined }), { maxLength: 60 }),
        (size, quota, steps) => {
          const conditions = named(size, quota);
          const held = run({ assignment: 'quota', conditions, blockSize: 1 }, steps);
          for (const count of counts(held, conditions)) expect(count).toBeLessThanOrEqual(quota);
          if (steps.every((leaver) => leaver === undefined)) expect(spread(counts(held, conditions))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test.each([
    [5, 5],
    [6, 6],
    [7, 6],
  ])('of %i people with quotas for 6, %i get in', (many, admitted) => {
    const conditions = [
      { name: 'a', quota: 2 },
      { name: 'b', quota: 4 },
    ];
    const held = run({ assignment: 'quota', conditions, blockSize: 1 }, Array.from({ length: many }));
    expect(held).toHaveLength(admitted);
    if (many >= 6) expect(counts(held, conditions)).toEqual([2, 4]);
  });
});

test('without conditions everybody gets in, and goes nowhere', () => {
  expect(assign({ assignment: 'block', conditions: [], blockSize: 1 }, [], 's')).toEqual({ slot: 0, condition: null, order: [] });
  expect(assign({ assignment: 'none', conditions: named(2), blockSize: 2 }, [{ slot: 0, condition: null }], 's')).toMatchObject({
    slot: 1,
    condition: null,
  });
});

test('shuffling keeps everything, depends on the seed alone, and puts each thing everywhere', () => {
  const items = [1, 2, 3, 4];
  expect(shuffled(items, 'x')).toEqual(shuffled(items, 'x'));
  expect(shuffled(items, 'x').toSorted()).toEqual(items);
  const firsts = Array.from({ length: 4_000 }, (_, seed) => shuffled(items, String(seed))[0]);
  for (const item of items) {
    const share = firsts.filter((first) => first === item).length / firsts.length;
    expect(share).toBeGreaterThan(0.22);
    expect(share).toBeLessThan(0.28);
  }
});
