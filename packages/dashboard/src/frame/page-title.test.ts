import { expect, test } from 'vitest';
import { titleOf } from './page-title.tsx';

test.each([
  ['/sessions', 'default', 'Sessions · default · Sightline'],
  ['/sessions/0123456789', 'default', 'Sessions · 01234567 · default · Sightline'],
  ['/sessionsandmore', undefined, 'Sightline'],
  ['/audit', undefined, 'Audit log · Sightline'],
])('%s of flight %s is called %s', (pathname, flight, expected) => {
  expect(titleOf(pathname, flight)).toBe(expected);
});
