import { expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { eventPattern, patternSees } from './event-pattern.ts';

test.each([
  ['query', event('query', 0), true],
  ['query', event('querying', 0), false],
  ['click/result', event('click', 0, { name: 'result' }), true],
  ['click/result', event('click', 0, { name: 'other' }), false],
  ['click/result', event('click', 0), false],
  ['click/result', event('click/result', 0), true],
])('%s tells %o: %s', (pattern, one, told) => {
  expect(eventPattern([pattern])(one)).toBe(told);
});

test('what is looked at is the event’s name, its label and the fields asked for', () => {
  expect(patternSees(['click/result', 'query'], ['rank'])).toEqual({
    'click/result': ['name', 'rank'],
    click: ['name', 'rank'],
    query: ['name', 'rank'],
  });
});
