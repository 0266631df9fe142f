import { expect, test } from 'vitest';
import { compareSpecificity, selectorsOf, specificity } from './specificity.ts';

// Values by the rules of Selectors Level 4, §17.
test.each([
  ['*', [0, 0, 0]],
  ['li', [0, 0, 1]],
  ['ul li', [0, 0, 2]],
  ['ul > ol + li', [0, 0, 3]],
  ['h1 + *[rel=up]', [0, 1, 1]],
  ['ul ol li.red', [0, 1, 3]],
  ['li.red.level', [0, 2, 1]],
  ['#x34y', [1, 0, 0]],
  ['#s12:not(foo)', [1, 0, 1]],
  ['.foo :is(.bar, #baz)', [1, 1, 0]],
  [':where(#a, .b) p', [0, 0, 1]],
  ['a:hover::before', [0, 1, 2]],
  ['a:before', [0, 0, 2]],
  ['tr:nth-child(2n+1 of .odd, #x)', [1, 1, 1]],
  ['tr:nth-child(2n+1)', [0, 1, 1]],
  [':has(> img.big)', [0, 1, 1]],
  ['a[href="#x.y,z"]', [0, 1, 1]],
  ["[data-a=']']", [0, 1, 0]],
  ['.a\\.b', [0, 1, 0]],
  ['#a\\#b\\(', [1, 0, 0]],
  ['.é', [0, 1, 0]],
  ['my-element.x', [0, 1, 1]],
  ['a:not(:is(b, .c)) d', [0, 1, 2]],
])('%s has specificity %j', (selector, expected) => {
  expect(specificity(selector)).toEqual(expected);
});

test.each([
  ['a, b', ['a', 'b']],
  [':is(a, b), c[x="1,2"]', [':is(a, b)', 'c[x="1,2"]']],
  ['.a\\,b', ['.a\\,b']],
])('%s is the selectors %j', (list, expected) => {
  expect(selectorsOf(list)).toEqual(expected);
});

test.each([
  [[1, 0, 0], [0, 9, 9], 1],
  [[0, 1, 0], [0, 1, 0], 0],
  [[0, 1, 1], [0, 1, 2], -1],
] as const)('%j against %j is %i', (one, other, expected) => {
  expect(compareSpecificity(one, other)).toBe(expected);
});
