import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { RecordingManifest, RecordingMoment, RecordingPart, type SessionId, type TabId } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { batch, BEGIN, FLIGHT, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import type { Batch, RecordingRow } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from '../store/index.ts';
import { assetsApi } from './assets.ts';
import { recordingsApi } from './recordings.ts';

const scratch = scratchDirectory();
const drain = vi.fn(() => Promise.resolve());
const want = vi.fn();
let engine: Engine;
let store: Store;
let registry: TestApi;
let app: FastifyInstance;
let headers: { cookie: string };

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 30_000, log: { info: () => undefined } });
  registry = await startTestApi({ place: { data: scratch.path } });
  ({ headers } = await registry.setUp());
  app = fastify();
  await app.register(recordingsApi({ accounts: registry.accounts, store, loader: { lagMs: () => 0, drain }, recordingIndexer: { want } }));
  await app.register(assetsApi({ accounts: registry.accounts, store, loader: { lagMs: () => 0, drain } }));
});
afterAll(async () => {
  await app.close();
  await registry.stop();
  await engine.stop();
  scratch.remove();
});

const load = (...batches: Batch[]) => store.load(segmentOf(scratch.path, batches));
const get = (path: string, more: Record<string, string> = {}) => app.inject({ url: path, headers: { ...headers, ...more } });
const move = (at: number) => ({ type: 3, data: { source: 1 }, timestamp: BEGIN + at });
const chunk = (sequence: number, at: number, more: Partial<RecordingRow> = {}): RecordingRow => ({
  sequence,
  at: BEGIN + at,
  until: BEGIN + at + 500,
  offsetMs: 40,
  count: 2,
  snapshot: false,
  encoding: 'gzip',
  events: gzipSync(JSON.stringify([move(at), move(at + 500)])).toString('base64'),
  ...more,
});
const recorded = async (recordings: RecordingRow[]) => {
  const of = batch({ session: randomUUID() as SessionId, tab: randomUUID() as TabId, recordings });
  await load(of);
  return { of, path: `/sessions/${of.session}/recording` };
};

test('the manifest tells the runs of chunks, what is missing, and the clock', async () => {
  const { of, path } = await recorded([chunk(0, 0, { snapshot: true }), chunk(1, 1_000), chunk(3, 3_000), chunk(4, 20_000)]);
  const manifest = (await get(path)).json();
  expect(Value.Check(RecordingManifest, manifest)).toBe(true);
  expect(manifest).toMatchObject({ session: of.session, flight: FLIGHT, startedAt: BEGIN + 40, live: true, complete: false });
  expect(manifest.opening).toBeUndefined();
  expect(manifest.tabs).toEqual([
    {
      tab: of.tab,
      at: BEGIN + 40,
      until: BEGIN + 20_540,
      checkpoints: [],
      missing: [{ from: 2, to: 2 }],
      refused: 0,
      views: [],
      indexed: false,
      runs: [
        {
          from: 0,
          to: 1,
          at: BEGIN + 40,
          until: BEGIN + 1_540,
          offsetMs: 40,
          chunks: 2,
          count: 4,
          bytes: expect.any(Number),
          snapshot: true,
        },
        expect.objectContaining({ from: 3, to: 3, snapshot: false }),
        expect.objectContaining({ from: 4, to: 4, at: BEGIN + 20_040 }),
      ],
    },
  ]);
});

test.each([
  ['the beginning', 'start', undefined, { from: 0, to: 1 }],
  ['a moment, from the snapshot before it', '20000', undefined, { from: 2, to: 3 }],
  ['a moment of the tab that is looked at', '20000', 'second', { from: 0, to: 0 }],
  ['what was recorded nearest', '900000', undefined, { from: 2, to: 3 }],
])('with the manifest comes what shows %s', async (_, opening, chosen, expected) => {
  const first = [chunk(0, 0, { snapshot: true }), chunk(1, 1_000), chunk(2, 15_000, { snapshot: true }), chunk(3, 16_000)];
  const { of, path } = await recorded(first);
  const second = batch({ ...of, tab: randomUUID() as TabId, recordings: [chunk(0, 2_000, { snapshot: true })] });
  await load(second);
  const tab = chosen === undefined ? of.tab : second.tab;
  const manifest = (await get(`${path}?opening=${opening}${chosen === undefined ? '' : `&tab=${tab}`}`)).json();
  expect(Value.Check(RecordingManifest, manifest)).toBe(true);
  const part = (await get(`${path}/${tab}?from=${expected.from}&to=${expected.to}`)).json();
  expect(manifest.opening).toEqual({ tab, ...expected, part });
});

test('what shows a moment begins at a checkpoint where there is one', async () => {
  const { of, path } = await recorded([chunk(0, 0, { snapshot: true }), chunk(1, 1_000), chunk(2, 2_000)]);
  const key = { flight: FLIGHT, session: of.session, tab: of.tab };
  await store.saveCheckpoints([{ ...key, place: 1, chunks: 2, at: BEGIN + 1_500, offsetMs: 40, events: '[{"type":4}]', views: '[]' }]);
  const { opening } = (await get(`${path}?opening=2100`)).json();
  expect(opening).toMatchObject({
    from: 2,
    to: 2,
    checkpoint: 1,
    part: { keyframe: { events: [{ type: 4 }] }, chunks: [{ sequence: 2 }] },
  });
});

test('with a cursor it tells only what came since, and makes it come', async () => {
  const { of, path } = await recorded([chunk(0, 0)]);
  const { cursor } = (await get(path)).json();
  drain.mockClear();
  expect((await get(`${path}?after=${cursor}`)).json()).toMatchObject({ tabs: [], cursor });
  expect(drain).toHaveBeenCalledTimes(1);
  await load({ ...of, recordings: [chunk(1, 900)] });
  const grown = (await get(`${path}?after=${cursor}`)).json();
  expect(grown.tabs).toMatchObject([{ tab: of.tab, runs: [{ from: 1, to: 1 }] }]);
  expect((await get(`${path}?after=${grown.cursor}`)).json().tabs).toEqual([]);
  await load({ ...of, recordings: [chunk(3, 3_000)] });
  const torn = (await get(`${path}?after=${grown.cursor}`)).json();
  expect(torn).toMatchObject({ tabs: [{ runs: [{ from: 3, to: 3 }], missing: [{ from: 2, to: 2 }] }], complete: false });
  const checkpoint = {
    flight: FLIGHT,
    session: of.session,
    tab: of.tab,
    place: 1,
    chunks: 2,
    at: BEGIN,
    offsetMs: 0,
    events: '[{}]',
    views: '[]',
  };
  await store.saveCheckpoints([checkpoint]);
  const worked = (await get(`${path}?after=${torn.cursor}`)).json();
  expect(worked).toMatchObject({ tabs: [{ runs: [], checkpoints: [{ sequence: 1, at: BEGIN }] }] });
  expect((await get(`${path}?after=${worked.cursor}`)).json()).toMatchObject({ tabs: [], cursor: worked.cursor });
});

test('a session without a recording has a manifest without tabs', async () => {
  const of = batch({ events: [], refused: [{ sequence: 0, reason: 'r', body: 'b' }] });
  await load(of);
  const manifest = (await get(`/sessions/${of.session}/recording?opening=start`)).json();
  expect(manifest).toMatchObject({ tabs: [], complete: true, cursor: '0-0' });
  expect(manifest.opening).toBeUndefined();
});

test('a range of chunks comes with their events, as large as one answer may be', async () => {
  const { of, path } = await recorded([0, 1, 2, 3].map((sequence) => chunk(sequence, sequence * 1_000)));
  const part = (await get(`${path}/${of.tab}?from=1&to=2`)).json();
  expect(Value.Check(RecordingPart, part)).toBe(true);
  expect(part).toEqual({
    chunks: [1, 2].map((sequence) => ({
      sequence,
      at: BEGIN + sequence * 1_000 + 40,
      until: BEGIN + sequence * 1_000 + 540,
      offsetMs: 40,
      events: [move(sequence * 1_000), move(sequence * 1_000 + 500)],
    })),
    next: null,
  });
  expect((await get(`${path}/${of.tab}?from=9`)).json()).toEqual({ chunks: [], next: null });
});

test('what is over the size of one answer is left to the next', async () => {
  const large = gzipSync(JSON.stringify([{ type: 5, data: 'x'.repeat(9 * 1024 * 1024) }])).toString('base64');
  const { of, path } = await recorded([0, 1, 2].map((sequence) => chunk(sequence, sequence, { events: large })));
  const part = (await get(`${path}/${of.tab}?from=0`)).json();
  expect(part.chunks.map(({ sequence }: { sequence: number }) => sequence)).toEqual([0]);
  expect(part.next).toBe(1);
});

test('a chunk that is no recording after all is named, and the others are shown', async () => {
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024, 0x20));
  bomb.writeUInt32LE(100, bomb.length - 4);
  const bad = [bomb.toString('base64'), gzipSync('{"not":"a list"}').toString('base64'), gzipSync('[1,').toString('base64')];
  const { of, path } = await recorded([...bad.map((events, sequence) => chunk(sequence, sequence, { events })), chunk(3, 3)]);
  const { chunks } = (await get(`${path}/${of.tab}?from=0`)).json();
  expect(chunks.slice(0, 3)).toEqual(
    [0, 1, 2].map((sequence) => expect.objectContaining({ sequence, events: [], problem: expect.stringContaining('expected') })),
  );
  expect(chunks[3]).toMatchObject({ sequence: 3, events: [move(3), move(503)] });
});

test.each([
  ['before the beginning', -5_000, { keyframe: 'snapshot', from: 0, to: 0, time: BEGIN + 40 }],
  ['within the first chunks', 1_700, { keyframe: 'snapshot', from: 0, to: 1, time: BEGIN + 1_700 }],
  ['at the next snapshot', 2_040, { keyframe: 'snapshot', from: 2, to: 2, time: BEGIN + 2_040 }],
  ['a moment before it', 2_039, { keyframe: 'snapshot', from: 0, to: 1, time: BEGIN + 2_039 }],
  ['after the end', 60_000, { keyframe: 'snapshot', from: 2, to: 3, time: BEGIN + 3_540 }],
])('a moment %s is shown from the snapshot before it', async (_, time, shown) => {
  const { of, path } = await recorded([0, 1, 2, 3].map((sequence) => chunk(sequence, sequence * 1_000, { snapshot: sequence % 2 === 0 })));
  const moment = (await get(`${path}/${of.tab}/at?time=${BEGIN + time}`)).json();
  expect(Value.Check(RecordingMoment, moment)).toBe(true);
  expect(moment).toEqual({ tab: of.tab, events: [], offsetMs: 40, ...shown });
});

test('a recording without any snapshot is shown from its start', async () => {
  const { of, path } = await recorded([chunk(0, 0), chunk(1, 1_000)]);
  expect((await get(`${path}/${of.tab}/at?time=${BEGIN + 9_000}`)).json()).toMatchObject({ keyframe: 'start', from: 0, to: 1 });
});

test('a moment is shown from a checkpoint where that is nearer, unless a chunk came late', async () => {
  const { of, path } = await recorded([chunk(0, 0, { snapshot: true }), chunk(1, 1_000), chunk(3, 3_000)]);
  const events = [{ type: 4 }, { type: 2 }];
  await store.saveCheckpoints([
    {
      flight: FLIGHT,
      session: of.session,
      tab: of.tab,
      place: 1,
      chunks: 2,
      at: BEGIN + 1_500,
      offsetMs: 40,
      events: JSON.stringify(events),
      views: '[]',
    },
  ]);
  const at = (time: number) => get(`${path}/${of.tab}/at?time=${BEGIN + time}`).then((response) => response.json());
  expect(await at(3_100)).toMatchObject({ keyframe: 'checkpoint', events, offsetMs: 40, from: 3, to: 3 });
  expect(await at(2_000)).toMatchObject({ keyframe: 'checkpoint', events, from: 3, to: null });
  expect(await at(1_200)).toMatchObject({ keyframe: 'snapshot', from: 0, to: 1 });
  const checkpoints = async () => (await get(path)).json().tabs[0].checkpoints;
  expect(await checkpoints()).toEqual([{ sequence: 1, at: BEGIN + 1_540 }]);
  const part = (await get(`${path}/${of.tab}?from=2&checkpoint=1`)).json();
  expect(Value.Check(RecordingPart, part)).toBe(true);
  expect(part).toMatchObject({ keyframe: { events, offsetMs: 40 }, chunks: [{ sequence: 3 }], next: null });
  expect((await get(`${path}/${of.tab}?from=2&checkpoint=2`)).json()).toMatchObject({ keyframe: null, chunks: [{ sequence: 3 }] });
  await load({ ...of, recordings: [chunk(2, 2_000)] });
  expect(await at(3_100)).toMatchObject({ keyframe: 'checkpoint', from: 2, to: 3 });
  await load({ ...of, recordings: [chunk(4, 9_000), chunk(1, 1_000)] });
  expect(await checkpoints()).toHaveLength(1);
});

test('a text that shrinks travels compressed to those who can take it', async () => {
  const { of, path } = await recorded([
    chunk(0, 0, { encoding: 'json', events: JSON.stringify(Array.from({ length: 500 }, (_, at) => move(at))) }),
  ]);
  const response = await get(`${path}/${of.tab}?from=0`, { 'accept-encoding': 'gzip' });
  expect(response.headers['content-encoding']).toBe('gzip');
  expect(response.rawPayload.length).toBeLessThan(2_000);
});

test('an asset is what it was, can do nothing, and belongs to its flight', async () => {
  const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file = { hash, contentType: 'image/svg+xml', url: '', encoding: 'gzip' as const, data: gzipSync(bytes).toString('base64') };
  await load(batch({ recordings: [chunk(0, 0)], assets: [file] }));
  const plain = await get(`/assets/${hash}?flight=${FLIGHT}`);
  expect(plain.rawPayload).toEqual(bytes);
  expect(plain.headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
  });
  const packed = await get(`/assets/${hash}?flight=${FLIGHT}`, { 'accept-encoding': 'gzip' });
  expect(packed.rawPayload).toEqual(Buffer.from(file.data, 'base64'));
  expect((await get(`/assets/${hash}?flight=other`)).statusCode).toBe(404);
});

test('who is nobody, and what is nowhere, is refused', async () => {
  const { of, path } = await recorded([chunk(0, 0)]);
  const paths = [path, `${path}/${of.tab}?from=0`, `${path}/${of.tab}/at?time=0`, `/assets/${'0'.repeat(64)}?flight=${FLIGHT}`];
  for (const each of paths) expect((await app.inject({ url: each })).statusCode).toBe(401);
  const nowhere = [
    `/sessions/${randomUUID()}/recording`,
    '/sessions/no-id/recording',
    `${path}/${randomUUID()}/at?time=0`,
    `${path}/no-id?from=0`,
  ];
  for (const each of nowhere) expect((await get(each)).statusCode).toBe(404);
});
