import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApplicationId, FlightId, SessionId, TabId } from '@sightline/protocol';
import type { Batch, EventRow } from '../batch.ts';
import { diskFiles, type Files, type OpenFile } from './files.ts';

/** A batch for tests: `events` events of one tab, counted from `sequence`. */
export function fakeBatch(sequence = 0, events = 1, name = 'click'): Batch {
  return {
    application: '11111111-1111-4111-8111-111111111111' as ApplicationId,
    flight: '22222222-2222-4222-8222-222222222222' as FlightId,
    session: '33333333-3333-4333-8333-333333333333' as SessionId,
    sessionRef: '',
    tab: '44444444-4444-4444-8444-444444444444' as TabId,
    visitor: null,
    dialect: 'native',
    agent: 'test',
    receivedAt: 1_795_299_769_977,
    offsetMs: null,
    offsetErrorMs: null,
    fresh: true,
    events: Array.from({ length: events }, (_, index) => fakeEvent(sequence + index, name)),
    refused: [],
    recordings: [],
  };
}

const fakeEvent = (sequence: number, name: string): EventRow => ({
  sequence,
  type: 'interactionEvent',
  name,
  at: 1_795_299_769_000 + sequence,
  wallAt: 1_795_299_769_000 + sequence,
  monotonicAt: sequence,
  epoch: 0,
  pageView: null,
  url: 'http://localhost/',
  details: { path: 'main > button' },
  metadata: [],
  applicationSpecificData: {},
  extra: {},
});

/** A directory that is gone after the test. */
export async function fakeDirectory(): Promise<{ path: string; [Symbol.asyncDispose](): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'sightline-spool-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** A log that keeps its lines. */
export function fakeLog() {
  const lines: { level: 'info' | 'warn' | 'error'; says: string }[] = [];
  const at = (level: 'info' | 'warn' | 'error') => (_facts: unknown, says?: string) => void lines.push({ level, says: says ?? '' });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

type Operation = Exclude<keyof Files, 'freeBytes'> | keyof OpenFile | 'sync';

/** The real disk with faults on order: `fail.set('append', 'ENOSPC')`; an append that fails has written the half of it, as disks do, and one whose sync fails all of it. */
export function failingFiles() {
  const fail = new Map<Operation, string>();
  const calls: Operation[] = [];
  const free = { bytes: Number.POSITIVE_INFINITY };

  function check(operation: Operation): void {
    calls.push(operation);
    const code = fail.get(operation);
    if (code !== undefined) throw Object.assign(new Error(`${code}: ${operation} failed on order`), { code });
  }

  const files: Files = {
    makeDirectory: async (path) => (check('makeDirectory'), diskFiles.makeDirectory(path)),
    names: async (path) => (check('names'), diskFiles.names(path)),
    stat: async (path) => (check('stat'), diskFiles.stat(path)),
    read: async (path) => (check('read'), diskFiles.read(path)),
    replace: async (path, bytes) => (check('replace'), diskFiles.replace(path, bytes)),
    truncate: async (path, bytes) => (check('truncate'), diskFiles.truncate(path, bytes)),
    remove: async (path) => (check('remove'), diskFiles.remove(path)),
    freeBytes: async () => free.bytes,
    async create(path) {
      check('create');
      const file = await diskFiles.create(path);
      return {
        async append(bytes) {
          if (fail.has('append')) await file.append(bytes.subarray(0, bytes.length >> 1));
          check('append');
          await file.append(bytes);
          check('sync');
        },
        close: async () => (check('close'), file.close()),
      };
    },
  };
  return { files, fail, calls, free };
}
