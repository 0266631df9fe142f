import { describe, expect, test } from 'vitest';
import { parsePlainSearch, stringifyPlainSearch } from '../../routing/plain-search.ts';
import { isFiltered, readSessionFilter, sessionQuery, type SessionFilter } from './session-filter.ts';

describe('the session filter in a URL', () => {
  test.each<[SessionFilter]>([
    [{}],
    [{ search: 'a & b = "c"' }],
    [{ search: '123', live: true, min: 10, sort: 'events', ascending: true }],
    [{ sort: 'lastAt' }],
  ])('%o comes back as it was', (filter) => {
    expect(readSessionFilter(parsePlainSearch(stringifyPlainSearch({ ...filter })))).toEqual(filter);
  });

  test.each([
    [{ min: '-1' }, {}],
    [{ min: '2.5' }, {}],
    [{ min: 'many' }, {}],
    [{ sort: 'startedAt' }, {}],
    [{ sort: 'agent; drop' }, {}],
    [{ sort: 'constructor' }, {}],
    [{ live: 'yes' }, {}],
    [{ search: '   ' }, {}],
    [{ search: 'x'.repeat(300) }, { search: 'x'.repeat(200) }],
  ])('%o is read as %o', (search, expected) => {
    expect(readSessionFilter(search)).toEqual(expected);
  });
});

test('a filter becomes the question to the server', () => {
  const filter = { search: ' shoes ', live: true, min: 3, sort: 'clicks', ascending: true } as const;
  expect(sessionQuery(filter, { flight: 'f', range: '5..9', now: 0 })).toEqual({
    flight: 'f',
    from: 5,
    to: 9,
    search: 'shoes',
    live: true,
    minEvents: 3,
    sort: 'clicks',
    descending: false,
  });
  expect(sessionQuery({}, { flight: 'f', range: 'all', now: 0 })).toEqual({ flight: 'f', sort: 'startedAt', descending: true });
});

test.each([
  [{}, false],
  [{ sort: 'events', ascending: true } as const, false],
  [{ live: true }, true],
  [{ search: 'x' }, true],
  [{ min: 1 }, true],
])('%o filters something out: %o', (filter, expected) => {
  expect(isFiltered(filter)).toBe(expected);
});
