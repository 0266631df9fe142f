import { expect, test } from 'vitest';
import { originAllowed } from './origin-allowed.ts';

test.each([
  ['https://example.org', 'https://example.org', true],
  ['https://EXAMPLE.org', 'https://example.org', true],
  ['https://example.org', 'http://example.org', false],
  ['https://example.org', 'https://example.org:8443', false],
  ['https://example.org', 'https://example.org.evil.example', false],
  ['https://example.org', 'https://evil-example.org', false],
  ['http://localhost:*', 'http://localhost:5173', true],
  ['http://localhost:*', 'http://localhost', true],
  ['http://localhost:*', 'http://localhost.evil.example:80', false],
  ['http://127.0.0.1:*', 'http://127.0.0.1:3000', true],
  ['http://[::1]:*', 'http://[::1]:3000', true],
  ['https://*.example.org', 'https://a.b.example.org', true],
  ['https://*.example.org', 'https://example.org', false],
  ['https://*.example.org', 'https://evilexample.org', false],
  ['https://*.example.org:*', 'https://a.example.org:1', true],
  ['*', 'null', true],
  ['https://example.org', 'null', false],
  ['http://localhost:*', 'http://localhost:5173/path', false],
  ['http://localhost:*', 'http://localhost:5173@evil.example', false],
])('%s allows %s: %s', (pattern, origin, allowed) => {
  expect(originAllowed(origin, [pattern])).toBe(allowed);
});

test('no patterns allow nothing', () => {
  expect(originAllowed('https://example.org', [])).toBe(false);
});
