import { expect, test } from 'vitest';
import { moreThanDuration } from './more-than-duration.ts';

test.each([
  [0, 0, undefined],
  [12_000, 12_500, undefined],
  [12_549, 12_500, undefined],
  [12_550, 12_500, /^0\.1 s more than the duration: .*before the first event/],
  [90_000, 12_500, /^1:18 min more than the duration/],
])('%d ms of presence in a session of %d ms', (ms, durationMs, words) => {
  if (words) expect(moreThanDuration(ms, durationMs)).toMatch(words);
  else expect(moreThanDuration(ms, durationMs)).toBeUndefined();
});
