import { expect, test } from 'vitest';
import { isOnlyHere } from './only-here.ts';

test.each([
  ['127.0.0.1', ['http://localhost:*', 'https://127.0.0.1:*', 'http://[::1]:3000'], false],
  ['localhost', ['http://localhost:*', 'https://shop.example.org'], true],
  ['127.0.0.1', ['https://*.example.org'], true],
  ['127.0.0.1', ['*'], true],
  ['stats.example.org', ['https://shop.example.org'], false],
  ['localhost', [], false],
])('a line from %s for pages at %j works only here: %s', (hostname, origins, expected) => {
  expect(isOnlyHere({ hostname }, origins)).toBe(expected);
});
