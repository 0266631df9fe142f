import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPORT_KEPT_DAYS, type FlightId } from '@sightline/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../../test/engines.ts';
import type { EmbeddedEngine } from '../../engine/embedded-engine.ts';
import { openRegistry, type Registry } from '../../registry/registry.ts';
import type { ExportRequest } from '../../registry/export-jobs.ts';
import { isRefusal } from '../../registry/refusal.ts';
import { createStore, type Store } from '../../store/index.ts';
import { JOURNAL } from '../write-export.ts';
import { createExportJobs, type RunningExportJobs } from './export-jobs.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const scratch = scratchDirectory();
let engine: EmbeddedEngine;
let store: Store;
let registry: Registry;
let data: string;
let flight: string;
let jobs: RunningExportJobs;
let now = BEGIN;
let sweep: () => void;
const failures: object[] = [];

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => now, log: { info: () => undefined } });
});
afterAll(async () => {
  await engine.stop();
  scratch.remove();
});

beforeEach(async () => {
  now = BEGIN;
  failures.length = 0;
  data = mkdtempSync(join(tmpdir(), 'sightline-jobs-'));
  registry = await openRegistry({
    data,
    now: () => now,
    onError: (error) => {
      throw error;
    },
  });
  const found = await registry.flights.find({ flight: 'default' });
  if (isRefusal(found)) throw new Error(found.message);
  flight = found.id;
  // Three parts: twice 2,000 sessions, and the rest.
  const sessions = Array.from({ length: 4_100 }, (_, index) =>
    batch({ flight: flight as FlightId, events: [eventRow(0, { at: BEGIN + index })] }),
  );
  await store.load(segmentOf(scratch.path, sessions));
  jobs = await start();
});
afterEach(async () => {
  await jobs.stop();
  await registry.close();
  rmSync(data, { recursive: true, force: true });
});

const folder = () => join(data, 'exports');
const start = (of: Store = store) =>
  createExportJobs({
    registry,
    store: of,
    folder: folder(),
    now: () => now,
    every: (_ms, run) => {
      sweep = run;
      return () => undefined;
    },
    log: { info: () => undefined, error: (details) => void failures.push(details) },
  });

const request = (): ExportRequest => ({
  flight,
  format: 'csv',
  tables: ['sessions', 'events'],
  filter: { flight },
  session: null,
  createdBy: 'Ada',
  fileName: 'sightline-default-csv.zip',
});

/** The store, with something that happens as it is asked for the first piece of the third part: the first part is written then, and the second is made. */
const interrupted = (then: () => void): Store => {
  let pieces = 0;
  return {
    ...store,
    exportPiece(query) {
      pieces += 1;
      if (pieces === 5) then();
      return store.exportPiece(query);
    },
  };
};

test('an export is made, kept for a while with its checksum, and then expires', async () => {
  const { id } = await jobs.add(request());
  await jobs.idle();
  const made = await registry.exportJobs.get(id);
  expect(made).toMatchObject({
    state: 'finished',
    sessions: 4_100,
    ofSessions: 4_100,
    rows: 8_200,
    createdBy: 'Ada',
    error: null,
    expiresAt: BEGIN + EXPORT_KEPT_DAYS * 86_400_000,
  });
  expect(made?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(readdirSync(folder())).toEqual([`${id}.zip`]);
  const { id: again } = await jobs.add(request());
  await jobs.idle();
  expect((await registry.exportJobs.get(again))?.sha256).toBe(made?.sha256);

  now = BEGIN + EXPORT_KEPT_DAYS * 86_400_000;
  sweep();
  await vi.waitFor(async () => expect((await registry.exportJobs.get(id))?.state).toBe('expired'));
  await vi.waitFor(() => expect(readdirSync(folder())).toEqual([]));
});

test('every export whose time is over expires, however many came after it, and the files of all others stay', async () => {
  await jobs.stop();
  const add = async (expiresAt: number) => {
    const { id } = await registry.exportJobs.add(request());
    await registry.exportJobs.change(id, { state: 'finished', finishedAt: now, expiresAt });
    return id;
  };
  const [due, kept] = [await add(BEGIN + 10), await add(BEGIN + 11)];
  now = BEGIN + 10;
  const later: string[] = [];
  for (let count = 0; count < 210; count += 1) later.push(await add(BEGIN + 11));
  for (const id of [due, kept, ...later]) writeFileSync(join(folder(), `${id}.zip`), '');
  jobs = await start();
  expect((await registry.exportJobs.get(due))?.state).toBe('expired');
  expect(readdirSync(folder()).toSorted()).toEqual([kept, ...later].map((id) => `${id}.zip`).toSorted());
});

test('one that was stopped with the server goes on with the next, to the same bytes', async () => {
  const { id: whole } = await jobs.add(request());
  await jobs.idle();
  await jobs.stop();
  const stopping = { now: (): Promise<void> => Promise.resolve() };
  let stopped: Promise<void> | undefined;
  jobs = await start(interrupted(() => (stopped = stopping.now())));
  stopping.now = jobs.stop;
  const { id } = await jobs.add(request());
  await vi.waitFor(() => expect(stopped).toBeDefined(), { timeout: 60_000 });
  await stopped;
  expect(await registry.exportJobs.get(id)).toMatchObject({ state: 'running' });
  // What was asked for, and the first part.
  expect(
    readFileSync(join(folder(), id, JOURNAL), 'utf8')
      .trimEnd()
      .split('\n'),
  ).toHaveLength(2);

  jobs = await start();
  await jobs.idle();
  expect(await registry.exportJobs.get(id)).toMatchObject({ state: 'finished', sha256: (await registry.exportJobs.get(whole))?.sha256 });
});

test('one that is cancelled stops and leaves nothing', async () => {
  await jobs.stop();
  let cancelled: Promise<boolean> | undefined;
  let id = '';
  jobs = await start(interrupted(() => (cancelled = jobs.cancel(id))));
  ({ id } = await jobs.add(request()));
  await jobs.idle();
  expect(await cancelled).toBe(true);
  expect(await registry.exportJobs.get(id)).toMatchObject({ state: 'cancelled', finishedAt: BEGIN });
  expect(readdirSync(folder())).toEqual([]);
  expect(await jobs.cancel(id)).toBe(false);
});

test('one that fails says why, and the next is made all the same', async () => {
  const { id } = await jobs.add({ ...request(), tables: ['nothing'] });
  const { id: next } = await jobs.add(request());
  await jobs.idle();
  expect(await registry.exportJobs.get(id)).toMatchObject({ state: 'failed', error: expect.stringContaining('got nothing') });
  expect(failures).toHaveLength(1);
  expect(await registry.exportJobs.get(next)).toMatchObject({ state: 'finished' });
});

test('one that is deleted takes its file along, and files that belong to none go', async () => {
  const { id } = await jobs.add(request());
  await jobs.idle();
  await jobs.remove(id);
  expect(await registry.exportJobs.get(id)).toBeUndefined();
  mkdirSync(join(folder(), 'of-a-flight-that-is-gone'));
  sweep();
  await vi.waitFor(() => expect(existsSync(join(folder(), 'of-a-flight-that-is-gone'))).toBe(false));
  expect(readdirSync(folder())).toEqual([]);
});

test.each([
  ['all sessions, finished after the session came', {}, 0, 'erased'],
  ['all sessions, finished as it came', {}, BEGIN, 'erased'],
  ['all sessions, finished before it came', {}, BEGIN + 1, 'finished'],
  ['that session', { session: 'this' }, 0, 'erased'],
  ['another session', { session: 'another' }, 0, 'finished'],
  ['another flight', { flight: 'other' }, 0, 'finished'],
])(
  'of an erased session, an export of %s keeps its file only where it cannot hold it',
  async (_, { session, flight: of }: { session?: string; flight?: string }, since, state) => {
    const ids = { this: randomUUID(), another: randomUUID() };
    const { id } = await jobs.add({ ...request(), session: session === undefined ? null : (ids[session as keyof typeof ids] ?? null) });
    await jobs.idle();
    await jobs.erase({ flight: of ?? flight, since, sessions: [ids.this] });
    expect((await registry.exportJobs.get(id))?.state).toBe(state);
    expect(readdirSync(folder())).toEqual(state === 'finished' ? [`${id}.zip`] : []);
  },
);

test('one that is at work while something is erased ends, and leaves nothing', async () => {
  await jobs.stop();
  let erasing: Promise<string[]> | undefined;
  jobs = await start(interrupted(() => (erasing = jobs.erase({ flight, since: BEGIN + 9e9 }))));
  const { id } = await jobs.add(request());
  await jobs.idle();
  await erasing;
  expect(await registry.exportJobs.get(id)).toMatchObject({ state: 'erased', expiresAt: null });
  expect(readdirSync(folder())).toEqual([]);
});

test('one that another process erased while it was made leaves nothing, and a file that an erasure left behind goes', async () => {
  await jobs.stop();
  let erasing: Promise<string[]> | undefined;
  jobs = await start(interrupted(() => (erasing = registry.exportJobs.erase({ flight, since: BEGIN }))));
  const { id } = await jobs.add(request());
  await jobs.idle();
  expect(await erasing).toEqual([id]);
  expect(readdirSync(folder())).toEqual([]);
  writeFileSync(join(folder(), `${id}.zip`), 'what a crash left');
  sweep();
  await vi.waitFor(() => expect(readdirSync(folder())).toEqual([]));
  expect(await registry.exportJobs.get(id)).toMatchObject({ state: 'erased' });
});
