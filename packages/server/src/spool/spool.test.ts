import { appendFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { failingFiles, fakeBatch, fakeDirectory, fakeLog } from './spool.fake.ts';
import { frameOf } from './frame.ts';
import { scanFrames } from './scan-frames.ts';
import { createSpool, type SpoolDeps } from './spool.ts';

const open = (dir: string, deps: Partial<SpoolDeps> = {}) =>
  createSpool({ dir, log: fakeLog(), segmentAgeMs: 60_000, minFreeBytes: 0, ...deps });

async function sequencesIn(path: string): Promise<number[]> {
  const bytes = await readFile(path);
  const { frames, bad } = scanFrames(bytes);
  expect(bad).toEqual([]);
  return frames.map(({ json }) => JSON.parse(bytes.toString('utf8', json.from, json.to)).events[0].sequence as number);
}

async function held(spool: Awaited<ReturnType<typeof open>>): Promise<number[]> {
  await spool.recovered();
  await spool.seal();
  return (await Promise.all(spool.sealed().map(({ path }) => sequencesIn(path)))).flat();
}

test('batches come back in the order they were taken, one line each as the store reads it', async () => {
  await using directory = await fakeDirectory();
  const spool = await open(directory.path);
  await Promise.all(Array.from({ length: 50 }, (_, index) => spool.append(fakeBatch(index))));
  await spool.seal();
  const [segment] = spool.sealed();
  const lines = (await readFile(segment?.path ?? '', 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line)[2])).toEqual(Array.from({ length: 50 }, (_, index) => fakeBatch(index)));
  await spool.stop();
});

test('many batches at once cost one write', async () => {
  await using directory = await fakeDirectory();
  const { files, calls } = failingFiles();
  const spool = await open(directory.path, { files });
  await Promise.all(Array.from({ length: 100 }, (_, index) => spool.append(fakeBatch(index))));
  expect(calls.filter((call) => call === 'append')).toEqual(['append']);
  await spool.stop();
});

test('a segment is closed at its size, and every batch is in exactly one', async () => {
  await using directory = await fakeDirectory();
  const bytes = frameOf(fakeBatch()).length;
  const spool = await open(directory.path, { segmentBytes: bytes * 3 });
  for (let index = 0; index < 10; index += 1) await spool.append(fakeBatch(index));
  expect(spool.sealed()).toHaveLength(3);
  expect(await held(spool)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  await spool.stop();
});

test('groups of any size arrive whole, also those larger than the buffers that are kept', async () => {
  await using directory = await fakeDirectory();
  const spool = await open(directory.path);
  const batches = [20, 20_000, 5].flatMap((length, group) =>
    Array.from({ length: 60 }, (_, index) => fakeBatch(group * 60 + index, 1, 'ü'.repeat(length))),
  );
  await Promise.all(batches.map((batch) => spool.append(batch)));
  expect(await held(spool)).toEqual(batches.map((_, index) => index));
  await spool.stop();
});

test('a segment that holds anything is closed at its age; an empty spool has no timer and no file', async () => {
  await using directory = await fakeDirectory();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const spool = await open(directory.path, { segmentAgeMs: 1_000 });
    expect(vi.getTimerCount()).toBe(0);
    await spool.append(fakeBatch());
    vi.advanceTimersByTime(999);
    expect(spool.sealed()).toEqual([]);
    const sealed = new Promise<void>((resolve) => spool.onSealed(resolve));
    vi.advanceTimersByTime(1);
    await sealed;
    expect(spool.sealed()).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    await spool.stop();
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ['until the store has the one before', 2_000],
  ['but no longer than it may be held', 4_000],
])('behind one that waits for the store a segment grows on, %s', async (_until, ms) => {
  await using directory = await fakeDirectory();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const spool = await open(directory.path, { segmentAgeMs: 1_000, segmentHeldMs: 4_000 });
    const closed = (ready: number) => vi.waitFor(() => expect(spool.sealed()).toHaveLength(ready), { interval: 0 });
    await spool.append(fakeBatch(0));
    vi.advanceTimersByTime(1_000);
    await closed(1);
    await spool.append(fakeBatch(1));
    vi.advanceTimersByTime(Math.min(ms, 3_999));
    await spool.append(fakeBatch(2));
    expect(spool.sealed()).toHaveLength(1);
    const [first] = spool.sealed();
    if (ms < 4_000 && first !== undefined) await spool.remove(first);
    else vi.advanceTimersByTime(1);
    await closed(ms < 4_000 ? 1 : 2);
    expect(await sequencesIn(spool.sealed().at(-1)?.path ?? '')).toEqual([1, 2]);
    expect(vi.getTimerCount()).toBe(0);
    await spool.stop();
  } finally {
    vi.useRealTimers();
  }
});

test('a new process takes up what is left and never appends to it', async () => {
  await using directory = await fakeDirectory();
  const dead = await open(directory.path);
  await dead.append(fakeBatch(0));
  const old = (await readdir(directory.path)).find((name) => name.endsWith('.spool'));
  const spool = await open(directory.path);
  await spool.append(fakeBatch(1));
  expect(await held(spool)).toEqual([0, 1]);
  expect(spool.sealed().map(({ token }) => token)[0]).toBe(old);
  expect(await sequencesIn(join(directory.path, old ?? ''))).toEqual([0]);
  await Promise.all([dead.stop(), spool.stop()]);
});

test('a removed segment is gone, and its bytes with it', async () => {
  await using directory = await fakeDirectory();
  const clock = { ms: 5_000 };
  const spool = await open(directory.path, { now: () => clock.ms });
  expect(spool.oldestAt()).toBeUndefined();
  await spool.append(fakeBatch());
  expect(spool.oldestAt()).toBe(5_000);
  expect(spool.bytes()).toBe(frameOf(fakeBatch()).length);
  await spool.seal();
  for (const segment of spool.sealed()) await spool.remove(segment);
  expect([spool.bytes(), spool.oldestAt(), spool.sealed()]).toEqual([0, undefined, []]);
  expect(await readdir(directory.path)).toEqual(['cut']);
  await spool.stop();
});

async function leave(dir: string, frames: number): Promise<string> {
  const dead = await open(dir);
  for (let index = 0; index < frames; index += 1) await dead.append(fakeBatch(index));
  await dead.stop();
  return dead.sealed()[0]?.path ?? '';
}

test.each([
  ['a torn frame', (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(0, 100)]), [0, 1, 2]],
  ['half of the last frame missing', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100), [0, 1]],
  ['the last line feed missing', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1), [0, 1]],
  ['zeros at the end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(4_096)]), [0, 1, 2]],
  ['rubbish lines at the end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('["no"]\n\n{}\n')]), [0, 1, 2]],
  ['nothing at all', () => Buffer.alloc(0), []],
])('%s: the end is cut off, kept and said', async (_, damage, expected) => {
  await using directory = await fakeDirectory();
  const path = await leave(directory.path, 3);
  const whole = await readFile(path);
  await writeFile(path, damage(whole));
  const log = fakeLog();
  const spool = await open(directory.path, { log });
  expect(await held(spool)).toEqual(expected);
  const cut = await readdir(join(directory.path, 'cut'));
  expect(log.lines.map(({ level }) => level)).toEqual(cut.map(() => 'warn'));
  const size = spool.sealed()[0]?.bytes ?? 0;
  const copies = await Promise.all(cut.map((name) => readFile(join(directory.path, 'cut', name))));
  expect(Buffer.concat(copies)).toEqual(damage(whole).subarray(size));
  expect(spool.bytes()).toBe(size);
  await spool.stop();
});

test('a damaged frame in the middle is taken out, and those around it are kept', async () => {
  await using directory = await fakeDirectory();
  const path = await leave(directory.path, 3);
  const bytes = await readFile(path);
  const { to } = scanFrames(bytes).frames[0] ?? { to: 0 };
  bytes[to + 60] = (bytes[to + 60] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const log = fakeLog();
  const spool = await open(directory.path, { log });
  expect(await held(spool)).toEqual([0, 2]);
  expect(spool.sealed()[0]?.path).toBe(path);
  expect(log.lines.map(({ level }) => level)).toEqual(['error']);
  expect(await readdir(join(directory.path, 'cut'))).toHaveLength(1);
  await spool.stop();
});

test('a damaged line feed costs no batch', async () => {
  await using directory = await fakeDirectory();
  const path = await leave(directory.path, 3);
  const bytes = await readFile(path);
  const { to } = scanFrames(bytes).frames[0] ?? { to: 0 };
  bytes[to - 1] = 0;
  await writeFile(path, bytes);
  const spool = await open(directory.path);
  expect(await held(spool)).toEqual([0, 1, 2]);
  await spool.stop();
});

test('files that are no segments are left alone', async () => {
  await using directory = await fakeDirectory();
  await writeFile(join(directory.path, 'notes.txt'), 'mine');
  await writeFile(join(directory.path, '1-x.spool'), 'mine');
  const spool = await open(directory.path);
  expect(await held(spool)).toEqual([]);
  expect((await readdir(directory.path)).sort()).toEqual(['1-x.spool', 'cut', 'notes.txt']);
  await spool.stop();
});

test.each([
  ['append', 'ENOSPC', 'SpoolFull', 'storageFull'],
  ['append', 'EDQUOT', 'SpoolFull', 'storageFull'],
  ['append', 'EIO', 'SpoolFailed', 'serverFailed'],
  ['sync', 'EIO', 'SpoolFailed', 'serverFailed'],
  ['sync', 'ENOSPC', 'SpoolFull', 'storageFull'],
  ['create', 'ENOSPC', 'SpoolFull', 'storageFull'],
  ['create', 'EMFILE', 'SpoolFailed', 'serverFailed'],
] as const)(
  '%s fails with %s: the batch is refused, what was acknowledged stays, and the service goes on by itself',
  async (operation, code, name, failure) => {
    await using directory = await fakeDirectory();
    const { files, fail } = failingFiles();
    const clock = { ms: 0 };
    const spool = await open(directory.path, { files, now: () => clock.ms });
    if (operation !== 'create') await spool.append(fakeBatch(0));
    fail.set(operation, code);
    await expect(spool.append(fakeBatch(1))).rejects.toMatchObject({ name, failure });
    fail.clear();
    clock.ms += 250;
    await spool.append(fakeBatch(2));
    expect(await held(spool)).toEqual(operation === 'create' ? [2] : [0, 2]);
    await spool.stop();
  },
);

test('an end that cannot be cut at once is not loaded, and is cut as soon as the disk allows', async () => {
  await using directory = await fakeDirectory();
  const { files, fail } = failingFiles();
  const spool = await open(directory.path, { files });
  await spool.append(fakeBatch(0));
  fail.set('sync', 'EIO').set('truncate', 'EIO');
  await expect(spool.append(fakeBatch(1))).rejects.toThrow('spool: the disk did not take the batch (EIO: sync failed on order)');
  fail.delete('sync');
  await spool.append(fakeBatch(2));
  await spool.seal();
  expect(spool.sealed()).toEqual([]);
  fail.clear();
  expect(await held(spool)).toEqual([0, 2]);
  await spool.stop();
});

test('a segment that can never be mended does not hold up the others for ever', async () => {
  await using directory = await fakeDirectory();
  const { files, fail } = failingFiles();
  fail.set('read', 'EIO');
  await leave(directory.path, 1);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const spool = await open(directory.path, { files });
  vi.useRealTimers();
  await spool.append(fakeBatch(1));
  await spool.seal();
  expect(spool.sealed()).toEqual([]);
  await vi.waitUntil(() => spool.sealed().length === 1, { timeout: 10_000 });
  await spool.stop();
});

test('at its limit the spool refuses, and takes again when the store has caught up', async () => {
  await using directory = await fakeDirectory();
  const bytes = frameOf(fakeBatch()).length;
  const spool = await open(directory.path, { limitBytes: bytes * 10, segmentBytes: bytes });
  for (let index = 0; index < 10; index += 1) await spool.append(fakeBatch());
  await expect(spool.append(fakeBatch())).rejects.toMatchObject({ name: 'SpoolFull' });
  expect(await spool.fullBecause()).toHaveLength(1);
  for (const segment of spool.sealed().slice(0, 2)) await spool.remove(segment);
  await spool.append(fakeBatch());
  expect(await spool.fullBecause()).toEqual([]);
  await spool.stop();
});

test('batches that wait for their turn count against the limit', async () => {
  await using directory = await fakeDirectory();
  const bytes = frameOf(fakeBatch()).length;
  const spool = await open(directory.path, { limitBytes: bytes * 10 });
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => spool.append(fakeBatch())));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  await spool.stop();
});

test('a disk that is nearly full is left alone', async () => {
  await using directory = await fakeDirectory();
  const { files, free } = failingFiles();
  free.bytes = 99;
  const clock = { ms: 0 };
  const spool = await open(directory.path, { files, minFreeBytes: 100, now: () => clock.ms });
  await expect(spool.append(fakeBatch())).rejects.toMatchObject({ name: 'SpoolFull' });
  free.bytes = 112;
  clock.ms = 1_000;
  await spool.append(fakeBatch());
  await spool.stop();
});

test('a spool that is stopped has made everything durable and takes nothing more', async () => {
  await using directory = await fakeDirectory();
  const spool = await open(directory.path);
  const taken = spool.append(fakeBatch(0));
  await spool.stop();
  await taken;
  await expect(spool.append(fakeBatch(1))).rejects.toThrow('spool: the server is stopping');
  expect(await sequencesIn(spool.sealed()[0]?.path ?? '')).toEqual([0]);
});

test('whatever lies in the directory, a start neither throws nor loses a whole frame', async () => {
  await using directory = await fakeDirectory();
  const path = await leave(directory.path, 5);
  const { size } = await stat(path);
  for (let length = size; length > 0; length = Math.floor(length / 3)) {
    await truncate(path, length).catch(() => writeFile(path, ''));
    await appendFile(path, '\u0000["00000000",5,{}]\n');
    const spool = await open(directory.path);
    await held(spool);
    await spool.stop();
  }
});
