import { randomUUID } from 'node:crypto';
import type { DerivedEvents, DerivedRule, DerivedRules, FlightId, SessionId, TabId } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import type { RecordingRow } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { isRefusal } from '../registry/refusal.ts';
import { createStore, type Store } from '../store/index.ts';
import { areasApi } from './areas.ts';
import { derivedApi } from './derived.ts';

const scratch = scratchDirectory();
const recorded = randomUUID() as SessionId;
const unrecorded = randomUUID() as SessionId;
let engine: Engine;
let store: Store;
let registry: TestApi;
let app: FastifyInstance;
let headers: { cookie: string };
let flight: string;

const page = {
  id: 1,
  type: 0,
  childNodes: [
    {
      id: 2,
      type: 2,
      tagName: 'html',
      attributes: {},
      childNodes: [{ id: 3, type: 2, tagName: 'button', attributes: { class: 'buy', 'data-sku': 'x1' }, childNodes: [] }],
    },
  ],
};
const chunk: RecordingRow = {
  sequence: 0,
  at: BEGIN,
  until: BEGIN + 500,
  offsetMs: 40,
  count: 3,
  snapshot: true,
  encoding: 'json',
  events: [
    { type: 4, data: { href: 'https://s.example/p', width: 800, height: 600 }, timestamp: BEGIN },
    { type: 2, data: { node: page }, timestamp: BEGIN },
    { type: 3, data: { source: 2, type: 2, id: 3 }, timestamp: BEGIN + 500 },
  ],
};

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 30_000, log: { info: () => undefined } });
  registry = await startTestApi({ place: { data: scratch.path } });
  ({ headers } = await registry.setUp());
  const found = await registry.registry.flights.find({ flight: 'default' });
  flight = isRefusal(found) ? '' : found.id;
  app = fastify();
  await app.register(derivedApi({ accounts: registry.accounts, registry: registry.registry, store }));
  await app.register(areasApi({ accounts: registry.accounts, registry: registry.registry, store }));
  const url = 'https://s.example/p';
  const seen = [eventRow(0, { name: 'pageView', url, details: { url } }), eventRow(1, { url, details: { path: 'html > button' } })];
  await store.load(
    segmentOf(scratch.path, [
      batch({ flight: flight as FlightId, session: recorded, tab: randomUUID() as TabId, events: seen, recordings: [chunk] }),
      batch({ flight: flight as FlightId, session: unrecorded, events: seen }),
    ]),
  );
}, 60_000);
afterAll(async () => {
  await app.close();
  await registry.stop();
  await engine.stop();
  scratch.remove();
});

const rules = async () => (await app.inject({ url: `/flights/${flight}/rules`, headers })).json<DerivedRules>().rules;
const done = () =>
  vi.waitFor(async () => expect((await rules()).map(({ progress }) => progress.state)).not.toContain('running'), { timeout: 10_000 });

test('a rule is applied to sessions from before; what they cannot tell is said; it can be changed and taken away', async () => {
  const rule = { selector: '.buy', event: 'click', name: 'BUY', metadata: [{ nameForLog: 'sku', sourcer: 'dataset', lookFor: 'sku' }] };
  const made = await app.inject({ method: 'POST', url: `/flights/${flight}/rules`, headers, payload: rule });
  expect(made.statusCode).toBe(201);
  const { id } = made.json<DerivedRule>();
  await done();
  expect((await rules())[0]).toMatchObject({
    version: 1,
    progress: {
      state: 'idle',
      sessions: 2,
      of: 2,
      events: 1,
      undecided: 1,
      withRecording: 1,
      problems: [
        { problem: 'clicks whose element is not known without a recording', sessions: 1 },
        { problem: 'no recording', sessions: 1 },
      ],
    },
  });
  const events = () => app.inject({ url: `/rules/${id}/events?flight=${flight}`, headers });
  expect((await events()).json<DerivedEvents>()).toMatchObject({
    total: 1,
    events: [
      {
        session: recorded,
        ordinal: 0,
        name: 'BUY',
        at: BEGIN + 540,
        url: 'https://s.example/p',
        metadata: [{ name: 'sku', value: 'x1' }],
        derivedFrom: `${id}@1`,
        basis: 'recording',
      },
    ],
  });

  await app.inject({ method: 'PUT', url: `/rules/${id}`, headers, payload: { ...rule, selector: 'button' } });
  await done();
  expect((await rules())[0]).toMatchObject({ version: 2, progress: { events: 2, undecided: 0 } });

  await store.eraseSession({ session: recorded });
  expect((await events()).json<DerivedEvents>().events.map(({ session }) => session)).toEqual([unrecorded]);

  expect((await app.inject({ method: 'DELETE', url: `/rules/${id}`, headers })).statusCode).toBe(204);
  expect(await rules()).toEqual([]);
  expect((await events()).statusCode).toBe(404);
});

test.each([
  [{ selector: 'a[', event: 'click', name: 'A' }, 'selector must be a CSS selector, got "a["'],
  [{ selector: 'a', event: 'click', name: 'A', metadata: [{ nameForLog: 'x', sourcer: 'dataset', onElement: ':huh' }] }, ':huh'],
])('%j is refused with what is wrong', async (rule, message) => {
  const answer = await app.inject({ method: 'POST', url: `/flights/${flight}/rules`, headers, payload: rule });
  expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining(message)]);
});

test('areas are measured by group, in the version that is asked for', async () => {
  const whole = (path: string) => ({
    selector: path,
    drawnOn: '',
    parts: [{ path, left: 0, top: 0, right: 1, bottom: 1 }],
    top: 0,
    bottom: 0.5,
  });
  const payload = { path: '/p', name: 'Buy', shape: whole('html > button') };
  const { id } = (await app.inject({ method: 'POST', url: `/flights/${flight}/areas`, headers, payload })).json();
  await app.inject({ method: 'PUT', url: `/areas/${id}`, headers, payload: { shape: whole('#elsewhere') } });
  const measured = async (more: string) =>
    (await app.inject({ url: `/areas/measures?flight=${flight}&path=/p${more}`, headers })).json().rows;
  expect(await measured('')).toMatchObject([{ area: id, version: 2, clicks: 0 }]);
  expect(await measured(`&area=${id}&version=1`)).toMatchObject([
    { version: 1, name: 'Buy', clicks: 1, sessionsClicked: 1, firstClickMs: 100 },
  ]);
  const blank = await app.inject({ method: 'PUT', url: `/areas/${id}`, headers, payload: { name: '  ' } });
  expect(blank.statusCode).toBe(400);
});
