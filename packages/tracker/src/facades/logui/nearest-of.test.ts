import { expect, test } from 'vitest';
import { nearestOf } from './nearest-of.ts';

const WORDS = ['trackCursor', 'contextMenu', 'verbose', 'errors'];

test.each([
  ['trackcursor', 'trackCursor'],
  ['verbos', 'verbose'],
  ['contextMenus', 'contextMenu'],
  ['error', 'errors'],
  ['something else', undefined],
  ['', undefined],
])('%s was meant to be %s', (given, meant) => {
  expect(nearestOf(given, WORDS)).toBe(meant);
});
