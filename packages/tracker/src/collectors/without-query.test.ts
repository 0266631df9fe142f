import { expect, test } from 'vitest';
import { withoutQuery } from './without-query.ts';

test.each([
  ['https://user:secret@example.org/a/b?token=1#x', 'https://example.org/a/b'],
  ['/c?d=1', 'https://example.org/c'],
  ['../e', 'https://example.org/e'],
  ['data:text/plain,secret', 'data:'],
  ['blob:https://example.org/1-2', 'blob:'],
  ['ws://example.org/s?x', 'ws://example.org/s'],
  ['http://[', '[invalid address]'],
])('%s is told as %s', (address, told) => {
  expect(withoutQuery(address, 'https://example.org/a/b')).toBe(told);
});
