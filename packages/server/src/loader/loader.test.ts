import { EventEmitter, once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { failingFiles, fakeBatch, fakeDirectory, fakeLog } from '../spool/spool.fake.ts';
import { scanFrames } from '../spool/scan-frames.ts';
import { createSpool, type Spool } from '../spool/spool.ts';
import { createLoader, type LoaderDeps } from './loader.ts';

const DATA_ERROR = Object.assign(new Error('Cannot parse input'), { code: '27' });
const ENGINE_ERROR = new Error('connect ECONNREFUSED');

/** Stores as the real one does: a token twice changes nothing, and of what is not fresh only what is missing is added. */
function memoryStore(fault: (sequences: number[]) => Error | undefined = () => undefined) {
  const tokens = new Set<string>();
  const stored: number[] = [];
  const attempts: number[][] = [];
  return {
    tokens,
    stored,
    attempts,
    async load({ path, token }: { path: string; token: string }): Promise<void> {
      const bytes = await readFile(path);
      const batches = scanFrames(bytes).frames.map(({ json }) => JSON.parse(bytes.toString('utf8', json.from, json.to)));
      const rows = batches.flatMap(({ fresh, events }) => events.map(({ sequence }: { sequence: number }) => ({ fresh, sequence })));
      attempts.push(rows.map(({ sequence }) => sequence));
      const error = fault(rows.map(({ sequence }) => sequence));
      if (error) throw error;
      if (tokens.has(token)) return;
      tokens.add(token);
      stored.push(...rows.filter(({ fresh, sequence }) => fresh || !stored.includes(sequence)).map(({ sequence }) => sequence));
    },
  };
}

const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of started.splice(0).toReversed()) await part.stop();
});

async function start(dir: string, load: LoaderDeps['load'], deps: Partial<LoaderDeps> = {}) {
  const log = fakeLog();
  const spool = await createSpool({ dir: join(dir, 'spool'), log, segmentAgeMs: 60_000, minFreeBytes: 0 });
  const loader = createLoader({
    spool,
    load,
    quarantineDirectory: join(dir, 'quarantine'),
    log,
    retryAfterMs: 1,
    retryAtMostMs: 2,
    ...deps,
  });
  started.push(spool, loader);
  return { spool, loader, log };
}

/** One segment for each list of sequences. */
async function fill(spool: Spool, segments: number[][]): Promise<void> {
  for (const sequences of segments) {
    for (const sequence of sequences) await spool.append(fakeBatch(sequence));
    await spool.seal();
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const emptied = (spool: Spool) => vi.waitUntil(() => spool.bytes() === 0, { timeout: 10_000, interval: 5 });

test('segments are stored in order, and deleted when they are', async () => {
  await using directory = await fakeDirectory();
  const store = memoryStore();
  const { spool, loader } = await start(directory.path, store.load);
  await fill(spool, [[0, 1], [2], [3, 4]]);
  await loader.drain();
  expect(store.stored).toEqual([0, 1, 2, 3, 4]);
  expect(await readdir(join(directory.path, 'spool'))).toEqual(['cut']);
  expect(loader.status()).toEqual({ loaded: 3, quarantined: 0, failing: undefined });
});

test('a closed segment is stored without being asked', async () => {
  await using directory = await fakeDirectory();
  const store = memoryStore();
  const { spool } = await start(directory.path, store.load);
  await fill(spool, [[0]]);
  await emptied(spool);
  expect(store.stored).toEqual([0]);
});

test('draining covers what was acknowledged before, the open segment included', async () => {
  await using directory = await fakeDirectory();
  const store = memoryStore();
  const { spool, loader } = await start(directory.path, store.load);
  await spool.append(fakeBatch(7));
  expect(loader.lagMs()).toBeGreaterThanOrEqual(0);
  await loader.drain();
  expect(store.stored).toEqual([7]);
  expect(loader.lagMs()).toBe(0);
});

test('the lag is the age of the oldest batch that is not stored', async () => {
  await using directory = await fakeDirectory();
  const log = fakeLog();
  const clock = { ms: 1_000 };
  const now = () => clock.ms;
  const spool = await createSpool({ dir: directory.path, log, now, minFreeBytes: 0, segmentAgeMs: 60_000 });
  const loader = createLoader({ spool, load: memoryStore().load, quarantineDirectory: join(directory.path, 'q'), log, now });
  started.push(spool, loader);
  await spool.append(fakeBatch());
  clock.ms = 4_500;
  expect(loader.lagMs()).toBe(3_500);
});

test('while the engine is down nothing is lost, and afterwards everything is stored in order', async () => {
  await using directory = await fakeDirectory();
  const engine = { failures: 6 };
  const store = memoryStore(() => ((engine.failures -= 1) >= 0 ? ENGINE_ERROR : undefined));
  const { spool, loader } = await start(directory.path, store.load);
  await fill(spool, [[0], [1], [2]]);
  await emptied(spool);
  expect(store.stored.toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
  expect(loader.status().quarantined).toBe(0);
});

test('draining while the engine is down says so and leaves everything in the spool', async () => {
  await using directory = await fakeDirectory();
  const store = memoryStore(() => ENGINE_ERROR);
  const { spool, loader } = await start(directory.path, store.load);
  await spool.append(fakeBatch());
  await expect(loader.drain()).rejects.toThrow('connect ECONNREFUSED');
  expect(loader.status().failing).toBe('connect ECONNREFUSED');
  expect(spool.sealed()).toHaveLength(1);
  await loader.stop();
  await expect(loader.drain()).rejects.toThrow('loader: stopped');
});

test('a load whose answer was lost is repeated with the same token', async () => {
  await using directory = await fakeDirectory();
  const store = memoryStore();
  const lost = { answers: 1 };
  const { spool } = await start(directory.path, async (segment) => {
    await store.load(segment);
    if (lost.answers-- > 0) throw ENGINE_ERROR;
  });
  await fill(spool, [[0, 1]]);
  await emptied(spool);
  expect(store.stored).toEqual([0, 1]);
});

test.each([
  ['the only one', 1, [0]],
  ['the first', 9, [0]],
  ['the last', 9, [8]],
  ['one in the middle', 9, [4]],
  ['several', 16, [3, 4, 11]],
  ['all', 4, [0, 1, 2, 3]],
])('a batch that the store cannot take goes to quarantine, and only it: %s', async (_, count, bad) => {
  await using directory = await fakeDirectory();
  const store = memoryStore((sequences) => (sequences.some((sequence) => bad.includes(sequence)) ? DATA_ERROR : undefined));
  const { spool, loader } = await start(directory.path, store.load);
  await fill(spool, [upTo(count), [100]]);
  await loader.drain();
  expect(store.stored).toEqual([...upTo(count).filter((sequence) => !bad.includes(sequence)), 100]);
  const kept = await readdir(join(directory.path, 'quarantine'));
  const frames = await Promise.all(
    kept.filter((name) => name.endsWith('.frame')).map((name) => readFile(join(directory.path, 'quarantine', name), 'utf8')),
  );
  expect(frames.map((frame) => JSON.parse(frame)[2].events[0].sequence).toSorted((a, b) => a - b)).toEqual(bad);
  const reason = kept.find((name) => name.endsWith('.json')) ?? '';
  expect(JSON.parse(await readFile(join(directory.path, 'quarantine', reason), 'utf8'))).toMatchObject({ reason: 'Cannot parse input' });
  expect(await readdir(join(directory.path, 'spool', 'split'))).toEqual([]);
});

test('what the failed attempt had stored already is not stored again by the pieces', async () => {
  await using directory = await fakeDirectory();
  const store = memoryStore();
  const { spool, loader } = await start(directory.path, async (segment) => {
    // The events were in when the same segment's recordings failed.
    await store.load(segment);
    if (store.attempts.length === 1) throw DATA_ERROR;
  });
  await fill(spool, [upTo(8)]);
  await loader.drain();
  expect(store.stored).toEqual(upTo(8));
});

test('an engine that fails between two pieces leads to the same pieces again, and nothing is doubled', async () => {
  await using directory = await fakeDirectory();
  const engine = { attempt: 0 };
  const store = memoryStore((sequences) => {
    if (sequences.includes(5)) return DATA_ERROR;
    engine.attempt += 1;
    return [2, 3, 5, 9].includes(engine.attempt) ? ENGINE_ERROR : undefined;
  });
  const { spool, loader } = await start(directory.path, store.load);
  await fill(spool, [upTo(8)]);
  await emptied(spool);
  expect(store.stored.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 6, 7]);
  expect(loader.status().quarantined).toBe(1);
});

test('a batch that kills the engine every time is found, while others are stored', async () => {
  await using directory = await fakeDirectory();
  const store = memoryStore((sequences) => (sequences.includes(5) ? ENGINE_ERROR : undefined));
  const { spool, loader } = await start(directory.path, store.load);
  await fill(spool, [upTo(8), [10], [11], [12], [13], [14], [15], [16], [17], [18], [19], [20]]);
  await emptied(spool);
  expect(store.stored.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  expect(loader.status().quarantined).toBe(1);
});

test('an engine that stores nothing at all quarantines nothing', async () => {
  await using directory = await fakeDirectory();
  const store = memoryStore(() => ENGINE_ERROR);
  const { spool, loader } = await start(directory.path, store.load);
  await fill(spool, [upTo(4), [10], [11]]);
  await vi.waitUntil(() => store.attempts.length > 40, { timeout: 10_000, interval: 5 });
  expect(loader.status()).toMatchObject({ loaded: 0, quarantined: 0 });
  expect(spool.sealed()).toHaveLength(3);
});

test('a quarantine that cannot be written keeps the segment', async () => {
  await using directory = await fakeDirectory();
  const { files, fail } = failingFiles();
  const store = memoryStore(() => DATA_ERROR);
  const { spool, loader } = await start(directory.path, store.load, { files });
  fail.set('makeDirectory', 'ENOSPC');
  await spool.append(fakeBatch());
  await expect(loader.drain()).rejects.toThrow('ENOSPC');
  expect(spool.sealed()).toHaveLength(1);
  fail.clear();
  await emptied(spool);
  expect(loader.status().quarantined).toBe(1);
});

test('stopping lets the load under way end and begins no other', async () => {
  await using directory = await fakeDirectory();
  const store = memoryStore();
  const gate = new EventEmitter();
  const opened = once(gate, 'open');
  const { spool, loader } = await start(directory.path, async (segment) => {
    await opened;
    await store.load(segment);
  });
  await fill(spool, [[0], [1]]);
  const stopped = loader.stop();
  gate.emit('open');
  await stopped;
  expect(store.stored).toEqual([0]);
  expect(spool.sealed()).toHaveLength(1);
});
