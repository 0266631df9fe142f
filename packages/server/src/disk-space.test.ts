import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { diskSpace, isLow } from './disk-space.ts';

const GB = 10 ** 9;

test.each([
  ['a small disk', 0.999 * GB, 10 * GB, true],
  ['a small disk', 1 * GB, 10 * GB, false],
  ['a disk of 100 GB', 4.999 * GB, 100 * GB, true],
  ['a disk of 100 GB', 5 * GB, 100 * GB, false],
  ['a disk of 4 TB', 19.999 * GB, 4_000 * GB, true],
  ['a disk of 4 TB', 20 * GB, 4_000 * GB, false],
])('%s with %d bytes free of %d is low: %s', (_, free, total, low) => {
  expect(isLow(free, total)).toBe(low);
});

test('where events are refused it is full, whatever is free', async () => {
  const space = await diskSpace({ directory: tmpdir(), isRefusing: async () => true })();
  expect(space.state).toBe('full');
  expect(space.totalBytes).toBeGreaterThan(space.freeBytes);
});
