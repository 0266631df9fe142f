import { expect, test } from 'vitest';
import type { Match } from './binding.ts';
import { contenders } from './contenders.ts';
import { ownerOf } from './owner-of.ts';
import type { Specificity } from './specificity.ts';

const match = (name: string, specificity: Specificity, ...browserEvents: string[]): Match => ({
  binding: { group: { selector: '*', event: 'x', name }, handler: { browserEvents, logUIEventCallback: () => undefined }, selectors: [] },
  specificity,
});
const owner = (type: string, matches: Match[], overrideEqual = true) => ownerOf(type, matches, overrideEqual)?.group.name;

const WEAK: Specificity = [0, 0, 1];
const STRONG: Specificity = [0, 1, 0];

test.each([
  ['the only one', [match('a', WEAK, 'click')], 'a'],
  ['the more specific, though earlier', [match('a', STRONG, 'click'), match('b', WEAK, 'click')], 'a'],
  ['the more specific, though later', [match('a', WEAK, 'click'), match('b', STRONG, 'click')], 'b'],
  ['the later of two equal ones', [match('a', WEAK, 'click'), match('b', WEAK, 'click')], 'b'],
  ['nobody where none listens', [match('a', WEAK, 'keyup')], undefined],
])('an event belongs to %s', (_, matches, expected) => {
  expect(owner('click', matches)).toBe(expected);
});

test('without overriding, the earlier of two equal ones stays', () => {
  expect(owner('click', [match('a', WEAK, 'click'), match('b', WEAK, 'click')], false)).toBe('a');
});

test('a group that loses one event loses all of them', () => {
  const matches = [match('hover', WEAK, 'mouseenter', 'mouseleave'), match('enter', STRONG, 'mouseenter')];
  expect(owner('mouseenter', matches)).toBe('enter');
  expect(owner('mouseleave', matches)).toBeUndefined();
});

test('a later group that is too weak for one event keeps its others', () => {
  const matches = [match('enter', STRONG, 'mouseenter'), match('hover', WEAK, 'mouseenter', 'mouseleave')];
  expect(owner('mouseenter', matches)).toBe('enter');
  expect(owner('mouseleave', matches)).toBe('hover');
});

test('contenders are those that meet on any event, over others too', () => {
  const bindings = [match('a', WEAK, 'x', 'y'), match('b', WEAK, 'y', 'z'), match('c', WEAK, 'q'), match('d', WEAK, 'z')].map(
    ({ binding }) => binding,
  );
  expect(contenders('x', bindings).map(({ group }) => group.name)).toEqual(['a', 'b', 'd']);
  expect(contenders('q', bindings).map(({ group }) => group.name)).toEqual(['c']);
});
