import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFiltered, readFilter, sessionFilter, withMember, withoutMember, writeFilter } from './filter.ts';

describe('the filter in a URL', () => {
  test.each([
    [{}, {}],
    [
      { where: 'condition:c1|condition:c2', device: 'phone|fridge', did: '', page: 7 },
      { where: ['condition:c1', 'condition:c2'], device: ['phone'] },
    ],
    [{ did: 'click|click' }, { did: ['click'] }],
    [{ where: 'note:a\\|b\\\\' }, { where: ['note:a|b\\'] }],
  ])('%o is read as %o', (search, expected) => {
    expect(readFilter(search)).toEqual(expected);
  });

  test('what was written is read back, whatever the members hold', () => {
    const texts = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(texts, texts, (where, did) => {
        expect(readFilter(writeFilter({ where, did }))).toEqual({ where, did });
      }),
    );
  });
});

test('members come and go, and the last one takes its list along', () => {
  const one = withMember({}, 'did', 'click');
  expect(one).toEqual({ did: ['click'] });
  expect(isFiltered(one)).toBe(true);
  const none = withoutMember(one, 'did', 'click');
  expect(none).toEqual({});
  expect(isFiltered(none)).toBe(false);
});

test('the API is asked for the flight, the time and the filter', () => {
  expect(sessionFilter({ device: ['phone'] }, { flight: 'f', range: '1000..2000', now: 5_000 })).toEqual({
    flight: 'f',
    from: 1_000,
    to: 2_000,
    device: ['phone'],
  });
});
