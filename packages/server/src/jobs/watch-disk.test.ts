import type { DiskSpace } from '@sightline/protocol';
import { expect, test, vi } from 'vitest';
import { watchDisk } from './watch-disk.ts';

test('each change of the room on the disk is told once', async () => {
  let look = (): void => undefined;
  const told: string[] = [];
  const states: DiskSpace['state'][] = ['enough', 'low', 'low', 'full', 'enough'];
  let looks = 0;
  watchDisk({
    space: async () => ({ freeBytes: 1, totalBytes: 2, state: states[looks++] ?? 'enough' }),
    every: (_, run) => {
      look = run;
      return () => undefined;
    },
    log: { warn: (_, words) => void told.push(words), info: (_, words) => void told.push(words) },
  });
  for (let index = 0; index < states.length; index += 1) {
    look();
    await vi.waitFor(() => expect(looks).toBe(index + 1));
  }
  await vi.waitFor(() =>
    expect(told).toEqual([
      'the disk is nearly full: make room, or events will be refused',
      'events are refused for want of room: make some',
      'there is room on the disk again',
    ]),
  );
});
