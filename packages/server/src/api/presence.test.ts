import { randomUUID } from 'node:crypto';
import type { SessionId } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from '../store/index.ts';
import { presenceApi } from './presence.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

const scratch = scratchDirectory();
let engine: Engine;
let store: Store;
let registry: TestApi;
let app: FastifyInstance;
let headers: { cookie: string };

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 60_000, log: { info: () => undefined } });
  registry = await startTestApi({ place: { data: scratch.path } });
  ({ headers } = await registry.setUp());
  app = fastify();
  await app.register(presenceApi({ accounts: registry.accounts, store }));
});
afterAll(async () => {
  await app.close();
  await registry.stop();
  await engine.stop();
  scratch.remove();
});

const spell = (sequence: number, state: string, from: number, to: number, arm: string) =>
  eventRow(sequence, {
    type: 'statusEvent',
    name: 'presence',
    at: BEGIN + to,
    details: { state, lengthMs: to - from },
    applicationSpecificData: { arm },
  });

test('a session’s presence is told as lanes and as times of its parts', async () => {
  const session = randomUUID() as SessionId;
  const one = batch({ session, events: [spell(0, 'focused', 0, 1_000, 'a'), spell(1, 'active', 1_000, 3_000, 'b')] });
  const two = batch({ session, tab: randomUUID() as never, events: [spell(0, 'visible', 500, 4_000, 'a')] });
  await store.load(segmentOf(scratch.path, [one, two]));

  const response = await app.inject({ url: `/sessions/${session}/presence`, headers });
  expect(response.json()).toMatchObject({
    source: 'measured',
    levels: ['open', 'visible', 'focused', 'active'],
    idle: [],
  });
  const { lanes, times } = response.json();
  expect(lanes).toHaveLength(2);
  expect(lanes.find(({ tab }: { tab: string }) => tab === one.tab).spells).toEqual([
    { state: 'focused', from: BEGIN, to: BEGIN + 1_000, recovered: false },
    { state: 'active', from: BEGIN + 1_000, to: BEGIN + 3_000, recovered: false },
  ]);
  expect(times).toContainEqual({ scope: 'session', key: '', open: 4_000, visible: 4_000, focused: 3_000, active: 2_000 });
  expect(times).toContainEqual({ scope: 'condition', key: 'arm=a', open: 4_000, visible: 4_000, focused: 1_000, active: 0 });
});

test('a session that tells nothing of presence gets what its other events tell, and says so', async () => {
  const session = randomUUID() as SessionId;
  const events = [0, 5_000].map((at, sequence) => eventRow(sequence, { name: 'click', at: BEGIN + at }));
  await store.load(segmentOf(scratch.path, [batch({ session, events })]));
  const response = await app.inject({ url: `/sessions/${session}/presence`, headers });
  expect(response.json()).toMatchObject({
    source: 'derived',
    levels: ['open', 'active'],
    times: [{ scope: 'session', open: 5_000, visible: null, focused: null, active: 5_000 }, { scope: 'tab' }],
  });
});

test('who is nobody, and a session that is none, are refused', async () => {
  expect((await app.inject({ url: `/sessions/${randomUUID()}/presence` })).statusCode).toBe(401);
  expect((await app.inject({ url: `/sessions/${randomUUID()}/presence`, headers })).statusCode).toBe(404);
});
