import { expect, test } from 'vitest';
import { fakeEvent } from '../../event-fakes.ts';
import { nextPlace, placesOf } from './places-of.ts';

test.each([
  ['after the first the second', 100, 200],
  ['after the last the first', 300, 100],
  ['from before all the first', 0, 100],
])('a figure leads to its next place: %s', (_, after, expected) => {
  expect(nextPlace([100, 200, 300], after)).toBe(expected);
});

test('a figure that is a length has no place, and one that counts has each', () => {
  const events = [fakeEvent({ name: 'click', at: 5 }), fakeEvent({ name: 'pageView', at: 7 })];
  const moments = [{ kind: 'page' as const, at: 7, label: '' }];
  expect(['clicks', 'pages', 'session_duration', 'toString'].map((figure) => placesOf(figure, events, moments))).toEqual([
    [5],
    [7],
    [],
    [],
  ]);
});
