import { expect, test } from 'vitest';
import { originPattern } from './origin-pattern.ts';

test.each([
  ['*', '*'],
  ['https://example.org', 'https://example.org'],
  [' HTTPS://Example.org/ ', 'https://example.org'],
  ['https://example.org:443', 'https://example.org'],
  ['http://example.org:443', 'http://example.org:443'],
  ['http://localhost:*', 'http://localhost:*'],
  ['https://*.example.org', 'https://*.example.org'],
  ['https://*.example.org:8443', 'https://*.example.org:8443'],
  ['http://[::1]:*', 'http://[::1]:*'],
  ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
  ['chrome-extension://abcdef', 'chrome-extension://abcdef'],
])('the origin %s is kept as %s', (text, pattern) => {
  expect(originPattern(text)).toBe(pattern);
});

test.each([
  'example.org',
  '',
  'https://',
  'https://example.org/path',
  'https://example.org?x',
  'https://user@example.org',
  'https://exa*mple.org',
  'https://*',
  'https://example.org:70000',
  'https://a b',
  '**',
])('%j is no origin', (text) => {
  expect(originPattern(text)).toMatchObject({ refusal: 'badOrigin', message: expect.stringContaining(JSON.stringify(text)) });
});
