import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { reformulation } from './reformulation.ts';

test.each([
  ['hotels rome', 'weather tomorrow', 'new'],
  ['hotels rome', 'cheap hotels rome', 'add'],
  ['cheap hotels rome', 'hotels rome', 'drop'],
  ['hotels rome', 'hotels milan', 'substitute'],
  ['hotels rome', 'Rome, hotels', 'repeat'],
  ['recieve parcel', 'receive parcel', 'spelling'],
  ['recieve', 'receive', 'spelling'],
  ['cat', 'car', 'spelling'],
  ['cat', 'dog', 'new'],
  ['budget 2019', 'budget 2020', 'substitute'],
  ['zółw', 'żółw', 'spelling'],
  ['', 'rome', 'new'],
])('after %j, %j is %s', (before, now, kind) => {
  expect(reformulation(before, now)).toBe(kind);
});

test.each([
  ['kitten', 'sitting', 3],
  ['flaw', 'lawn', 2],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['same', 'same', 0],
])('%s and %s are %d apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});
