import { expect, test } from 'vitest';
import { foreignId, foreignSession, foreignSessions } from './foreign-id.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('other ids become UUIDv5 in the flight’s namespace, as RFC 9562 computes it', () => {
  expect(foreignId(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test.each([
  ['ce2a6120-a78e-45e9-86c7-29df8225494d', ''],
  ['CE2A6120-A78E-45E9-86C7-29DF8225494D', 'CE2A6120-A78E-45E9-86C7-29DF8225494D'],
])('the UUID %s stays, and is named again only where it was written otherwise', (id, sessionRef) => {
  expect(foreignSession(DNS, id)).toEqual({ session: 'ce2a6120-a78e-45e9-86c7-29df8225494d', sessionRef });
});

test('a session that is remembered is the one that was worked out, in each flight', () => {
  const sessionOf = foreignSessions();
  const other = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
  for (const flight of [DNS, other, DNS, other]) expect(sessionOf(flight, 'visit 7')).toEqual(foreignSession(flight, 'visit 7'));
});
