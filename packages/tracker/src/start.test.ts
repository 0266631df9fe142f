import { expect, test } from 'vitest';
import { start } from './start.ts';

test('where there is no browser it does nothing, and answers every call', () => {
  const tracker = start({ token: 'sl_x', endpoint: 'https://stats.example.org/' });
  tracker.track('anything', { a: 1 });
  tracker.setApplicationSpecificData({ condition: 'c1' });
  expect(tracker.sessionId()).toBeUndefined();
  tracker.stop();
});
