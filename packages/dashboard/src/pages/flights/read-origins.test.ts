import { expect, test } from 'vitest';
import { originProblem, readOrigins } from './read-origins.ts';

test.each([
  ['https://shop.example.org/', ['https://shop.example.org']],
  ['https://Shop.example.org/vases?of=clay#first', ['https://shop.example.org']],
  ['http://localhost:*, https://*.example.org/', ['http://localhost:*', 'https://*.example.org']],
  ['https://a.example.org\nhttps://a.example.org/b', ['https://a.example.org']],
  ['shop.example.org', ['shop.example.org']],
  [' \n,', []],
])('%j is read as %j', (typed, expected) => {
  expect(readOrigins(typed)).toEqual(expected);
});

test.each([
  ['*', false],
  ['http://localhost:*', false],
  ['https://[::1]:8443', false],
  ['shop.example.org', true],
  ['https://*.*', true],
])('%s has a problem: %s', (origin, has) => {
  expect(originProblem(origin) !== undefined).toBe(has);
});
