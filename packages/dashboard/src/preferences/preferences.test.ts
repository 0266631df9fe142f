import { expect, test } from 'vitest';
import { readPreferences } from './preferences.ts';

test.each([
  [null, { density: 'comfortable' }],
  ['{"timeZone":"Asia/Tokyo","density":"compact"}', { timeZone: 'Asia/Tokyo', density: 'compact' }],
  ['{"timeZone":"Mars/Olympus","density":"dense"}', { density: 'comfortable' }],
  ['not json', { density: 'comfortable' }],
  ['null', { density: 'comfortable' }],
])('what was kept as %s reads %j', (kept, expected) => {
  expect(readPreferences(kept)).toEqual(expected);
});
