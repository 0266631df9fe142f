import type { Application, Flight } from '@sightline/protocol';
import { describe, expect, test } from 'vitest';
import { readScope, resolveScope } from './scope.ts';
import { boundsOf, isOpen, readRange } from './time-range.ts';

const flight = (id: string, applicationId: string): Flight => ({
  id,
  applicationId,
  name: id,
  active: true,
  allowedOrigins: [],
  acceptsUnsigned: false,
  tokens: [],
  createdAt: 0,
});
const application = (id: string, ...flights: string[]): Application => ({
  id,
  name: id,
  createdAt: 0,
  flights: flights.map((each) => flight(each, id)),
});
const applications = [application('empty'), application('shop', 'spring', 'pilot'), application('library', 'one')];

describe('the scope in a URL', () => {
  test.each([
    [{}, {}],
    [
      { application: 'a', flight: 'f', range: '24h', other: 'x' },
      { application: 'a', flight: 'f', range: '24h' },
    ],
    [{ application: '', flight: 7, range: 'yesterday' }, {}],
  ])('%o is read as %o', (search, expected) => {
    expect(readScope(search)).toEqual(expected);
  });

  test.each([
    ['nothing means the first flight there is', {}, 'shop', 'spring'],
    ['a flight brings its application', { flight: 'one' }, 'library', 'one'],
    ['a flight wins over an application that is not its own', { application: 'shop', flight: 'one' }, 'library', 'one'],
    ['an application brings its first flight', { application: 'library' }, 'library', 'one'],
    ['an application may have no flight', { application: 'empty' }, 'empty', undefined],
    ['an unknown flight is as good as none', { flight: 'gone' }, 'shop', 'spring'],
  ])('%s', (_, search, expectedApplication, expectedFlight) => {
    const scope = resolveScope(applications, search);
    expect([scope.application?.id, scope.flight?.id]).toEqual([expectedApplication, expectedFlight]);
  });
});

describe('a time range', () => {
  test.each([
    ['7d', '7d'],
    ['all', 'all'],
    ['1000..2000', '1000..2000'],
    ['2000..1000', undefined],
    ['1000..1000', undefined],
    ['1000', undefined],
    ['toString', undefined],
    ['-5..7', undefined],
    [undefined, undefined],
  ])('%o is read as %o', (text, expected) => {
    expect(readRange(text)).toBe(expected);
  });

  test('of an hour begins at a whole minute, so that pages asked for some seconds apart are of one list', () => {
    expect(boundsOf('1h', 3_600_000 + 119_999)).toEqual({ from: 60_000 });
    expect(boundsOf('1h', 3_600_000 + 60_000)).toEqual({ from: 60_000 });
  });

  test('of all time has no bounds, and one of two instants has both', () => {
    expect(boundsOf('all', 1)).toEqual({});
    expect(boundsOf('5..9', 1)).toEqual({ from: 5, to: 9 });
  });

  test('is open unless it names its end', () => {
    expect([isOpen('7d'), isOpen('all'), isOpen('5..9')]).toEqual([true, true, false]);
  });
});
