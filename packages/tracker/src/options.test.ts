import { expect, test } from 'vitest';
import { problemsOf } from './options.ts';

test.each([
  [{ token: 'sl_x', endpoint: 'https://stats.example.org/' }, []],
  [{ token: 'sl_x', endpoint: 'http://127.0.0.1:8000', applicationSpecificData: {} }, []],
  [{ endpoint: 'https://stats.example.org/' }, ['token: expected text, got undefined']],
  [{ token: '', endpoint: 'stats' }, ['token: expected text, got ', 'endpoint: expected an http address, got stats']],
  [{ token: 'sl_x', endpoint: 'https://x.org', applicationSpecificData: 'c1' }, ['applicationSpecificData: expected an object, got c1']],
  [{ token: 'sl_x', endpoint: 'https://x.org', settings: 'flight', presence: { idleAfterS: 30, resumeWithinS: 0 } }, []],
  [
    { token: 'sl_x', endpoint: 'https://x.org', settings: 'mine', presence: { idleAfterS: 'soon' } },
    ['settings: expected "flight", got mine', 'presence.idleAfterS: expected seconds, got soon'],
  ],
  [undefined, ['token: expected text, got undefined', 'endpoint: expected an http address, got undefined']],
])('%o', (options, problems) => {
  expect(problemsOf(options)).toEqual(problems);
});
