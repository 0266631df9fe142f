import { expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { clicks } from './clicks.ts';
import { derivedElements } from './derived-elements.ts';
import { derivedEvents } from './derived-events.ts';
import { measure } from './measure.ts';
import { searchQueries } from './search-queries.ts';
import { sessionDuration } from './session-duration.ts';
import { withParameters } from './with-parameters.ts';

const derived = (name: string, at: number, details = {}) => event(`derived:${name}`, at, details);

test.each([
  ['no rule’s event', [event('click', 0)], []],
  [
    'a name',
    [derived('A', 0), derived('A', 1), derived('B', 2)],
    [
      ['A', 2, 0],
      ['B', 1, 0],
    ],
  ],
  ['a recorded event of the same name', [derived('A', 0), event('A', 1)], [['A', 1, 0]]],
  ['a hover without its end', [derived('H', 0, { type: 'mouseenter' })], [['H', 1, 0]]],
  ['a length that is none', [derived('H', 0, { type: 'mouseleave', hoverMs: 'long' })], [['H', 1, 0]]],
] as const)('%s', (_, events, rows) => {
  expect(measure(events, derivedEvents)[0].map(({ event: name, events: count, hoverMs }) => [name, count, hoverMs])).toEqual(rows);
});

test('rules can be chosen by name', () => {
  const events = [derived('A', 0, { path: '#a' }), derived('B', 1, { path: '#b' }), derived('A', 2)];
  expect(measure(events, withParameters(derivedElements, { names: ['A'] }))).toEqual([
    [
      { element: '#a', events: 1, hoverMs: 0 },
      { element: '', events: 1, hoverMs: 0 },
    ],
  ]);
});

test('what rules yield changes no other number, but that of a metric whose parameters name it', () => {
  const events = [
    event('click', 0),
    event('click', 1_000),
    derived('SEARCH', 500, { query: 'cups' }),
    derived('LATE', 9_000, { type: 'click' }),
  ];
  expect(measure(events, clicks, sessionDuration, searchQueries)).toEqual([2, 1_000, 0]);
  expect(measure(events, withParameters(searchQueries, { query: ['derived:SEARCH'] }))).toEqual([1]);
});
