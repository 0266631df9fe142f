import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, intersection, lengthOf, union, type Interval } from './intervals.ts';

const interval = fc.tuple(fc.nat(200), fc.nat(60)).map(([from, length]): Interval => ({ from, to: from + length }));
const intervals = fc.array(interval, { maxLength: 25 });
/** The milliseconds that intervals cover, one by one: slow and beyond doubt. */
const instants = (list: readonly Interval[]) =>
  new Set(list.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));

const pairs = (list: number[][]) => list.map(([from = 0, to = 0]) => ({ from, to }));

describe('union', () => {
  test.each([
    ['nothing', [], []],
    ['an empty interval', [[5, 5]], []],
    ['one that ends before it begins', [[9, 5]], []],
    [
      'two apart',
      [
        [5, 6],
        [1, 2],
      ],
      [
        [1, 2],
        [5, 6],
      ],
    ],
    [
      'two that touch',
      [
        [1, 2],
        [2, 3],
      ],
      [[1, 3]],
    ],
    [
      'two that overlap',
      [
        [1, 5],
        [2, 8],
      ],
      [[1, 8]],
    ],
    [
      'one inside another',
      [
        [1, 9],
        [2, 3],
      ],
      [[1, 9]],
    ],
  ])('of %s', (_, given, expected) => {
    expect(union(pairs(given))).toEqual(pairs(expected));
  });
});

test('unions, intersections and differences cover exactly the instants they should', () => {
  fc.assert(
    fc.property(intervals, intervals, (some, others) => {
      const [a, b] = [union(some), union(others)];
      expect(instants(a)).toEqual(instants(some));
      expect(lengthOf(a)).toBe(instants(some).size);
      expect(instants(intersection(a, b))).toEqual(both(instants(some), instants(others)));
      expect(instants(difference(a, b))).toEqual(new Set([...instants(some)].filter((at) => !instants(others).has(at))));
      expect(lengthOf(intersection(a, b)) + lengthOf(difference(a, b))).toBe(lengthOf(a));
    }),
  );
});

const both = (some: Set<number>, others: Set<number>) => new Set([...some].filter((at) => others.has(at)));
