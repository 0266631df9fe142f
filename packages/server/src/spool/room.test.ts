import { expect, test } from 'vitest';
import { createRoom } from './room.ts';

function roomOf({ limitBytes = 1_000, minFreeBytes = 100 } = {}) {
  const disk = { free: 1_000_000 };
  const clock = { ms: 0 };
  const room = createRoom({ limitBytes, minFreeBytes, freeBytes: async () => disk.free, now: () => clock.ms });
  return { room, disk, clock };
}

test.each([
  ['under the limit', 900, 99, true],
  ['at the limit', 900, 100, true],
  ['over the limit', 900, 101, false],
])('%s: %i held bytes and %i more', (_, held, bytes, taken) => {
  expect(roomOf().room.refusal(held, bytes) === undefined).toBe(taken);
});

test('once full, it takes again when a tenth of the limit is free', () => {
  const { room } = roomOf();
  expect(room.refusal(1_000, 1)?.message).toBe('spool: full: 1000 bytes wait for the store, 1000 may');
  expect(room.refusal(950, 1)).toBeDefined();
  expect(room.refusal(900, 1)).toBeDefined();
  expect(room.refusal(899, 1)).toBeUndefined();
  expect(room.refusal(950, 1)).toBeUndefined();
});

test('a disk under its watermark refuses, and takes again a ninth above it', async () => {
  const { room, disk, clock } = roomOf({ minFreeBytes: 90 });
  disk.free = 89;
  await room.ready();
  expect(room.refusal(0, 1)?.message).toBe('spool: full: 89 bytes are free on the disk, 90 must be');
  for (const [free, isRefused] of [
    [99, true],
    [100, false],
  ] as const) {
    disk.free = free;
    clock.ms += 1_000;
    await room.ready();
    expect(room.refusal(0, 1) !== undefined).toBe(isRefused);
  }
});

test('the disk is looked at once a second, by all who wait together', async () => {
  const { room, clock } = roomOf();
  const looking = room.ready();
  expect(room.ready()).toBe(looking);
  await looking;
  clock.ms = 999;
  expect(room.ready()).toBeUndefined();
  clock.ms = 1_000;
  expect(room.ready()).toBeDefined();
});

test('after the disk refused a write it is left alone for a quarter of a second', () => {
  const { room, clock } = roomOf();
  room.wasRefused();
  clock.ms = 249;
  expect(room.refusal(0, 1)).toBeDefined();
  clock.ms = 250;
  expect(room.refusal(0, 1)).toBeUndefined();
});

test('a clock that is set back does not keep the spool shut', () => {
  const { room, clock } = roomOf();
  clock.ms = 10_000;
  room.wasRefused();
  clock.ms = 0;
  expect(room.refusal(0, 1)).toBeUndefined();
});
