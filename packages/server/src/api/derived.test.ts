import { randomUUID } from 'node:crypto';
import type { DerivedEvents, DerivedRule, DerivedRules, FlightId, SessionId, TabId } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import { measuringHere } from '../../test/measuring-here.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import type { RecordingRow } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { isRefusal } from '../registry/refusal.ts';
import { definitionsOf } from '../jobs/measuring/definitions.ts';
import type { Measuring } from '../jobs/measuring/measuring.ts';
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
let measuring: Measuring;
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
const chunk = {
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
} satisfies RecordingRow;

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 30_000, log: { info: () => undefined } });
  registry = await startTestApi({ place: { data: scratch.path } });
  ({ headers } = await registry.setUp());
  const found = await registry.registry.flights.find({ flight: 'default' });
  flight = isRefusal(found) ? '' : found.id;
  measuring = measuringHere(store, registry.registry, () => BEGIN + 600_000);
  app = fastify();
  await app.register(derivedApi({ accounts: registry.accounts, registry: registry.registry, store, measuring }));
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
  await measuring.stop();
  await app.close();
  await registry.stop();
  await engine.stop();
  scratch.remove();
});

/** A flight of its own with a session that clicks once on the button, one that does so twice, and one that clicks beside it. */
async function threeSessions() {
  const [application] = await registry.registry.applications.list();
  const made = await registry.call('POST', `/applications/${application?.id}/flights`, { payload: { name: 'Three' }, headers });
  const { id } = made.json<{ id: FlightId }>();
  const url = 'https://s.example/p';
  const clickOn = (element: number, timestamp: number) => ({ type: 3, data: { source: 2, type: 2, id: element }, timestamp });
  const sessions = [[clickOn(3, BEGIN + 500)], [clickOn(3, BEGIN + 500), clickOn(3, BEGIN + 900)], [clickOn(2, BEGIN + 500)]].map(
    (clicked) => ({ session: randomUUID() as SessionId, recordings: [{ ...chunk, events: [...chunk.events.slice(0, 2), ...clicked] }] }),
  );
  const events = [eventRow(0, { name: 'pageView', url, details: { url } }), eventRow(1, { url, details: { path: 'html > button' } })];
  const batches = sessions.map((of) => batch({ ...of, flight: id, tab: randomUUID() as TabId, events }));
  await store.load(segmentOf(scratch.path, batches));
  return { flight: id, sessions: sessions.map(({ session }) => session) };
}

const rules = async (of = flight) => (await app.inject({ url: `/flights/${of}/rules`, headers })).json<DerivedRules>().rules;
const done = (of = flight) =>
  vi.waitFor(async () => expect((await rules(of)).map(({ progress }) => progress.state)).not.toContain('running'), { timeout: 30_000 });

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

  await store.eraseSessions({ flight, sessions: [recorded] });
  expect((await events()).json<DerivedEvents>().events.map(({ session }) => session)).toEqual([unrecorded]);

  expect((await app.inject({ method: 'DELETE', url: `/rules/${id}`, headers })).statusCode).toBe(204);
  expect(await rules()).toEqual([]);
  expect((await events()).statusCode).toBe(404);
}, 60_000);

describe('what a rule yields can be asked for wherever events can', () => {
  const rule = { selector: '.buy', event: 'click', name: 'BUY' };
  let own: FlightId;
  let sessions: SessionId[];
  let id: string;

  const measured = async () => {
    await done(own);
    await measuring.settled();
  };
  beforeAll(async () => {
    ({ flight: own, sessions } = await threeSessions());
    ({ id } = (await app.inject({ method: 'POST', url: `/flights/${own}/rules`, headers, payload: rule })).json<DerivedRule>());
    await measured();
  }, 60_000);

  const found = async (filter: object) => {
    const { sessions: rows } = await store.listSessions({ flight: own, ...filter });
    return rows.map(({ id: session }) => sessions.indexOf(session as SessionId)).toSorted();
  };
  test.each([
    [{ did: ['derived:BUY'] }, [0, 1]],
    [{ did: ['derived:BUY', 'click'] }, [0, 1]],
    [{ did: ['derived:BUY', 'derived:NONE'] }, []],
    [{ didNot: ['derived:BUY'] }, [2]],
    [{ sequence: ['event:pageView', 'derived:B*'] }, [0, 1]],
    [{ sequence: ['derived:BUY', 'event:pageView'] }, []],
    // Nobody recorded such an event.
    [{ did: ['BUY'] }, []],
    [{ sequence: ['event:BUY'] }, []],
  ])('%j means the sessions %j', async (filter, expected) => expect(await found(filter)).toEqual(expected));

  test('a step of a funnel, and an offer of filters', async () => {
    const funnel = await store.funnel({
      filter: { flight: own },
      steps: ['event:pageView', 'derived:BUY'],
      by: { type: 'all' },
      groups: 8,
    });
    expect(funnel).toMatchObject([{ sessions: 3, reached: [3, 2], medians: [null, 540] }]);
    expect((await store.flightFacets(own)).events).toContainEqual({ name: 'derived:BUY', events: 3 });
  });

  const across = async (metric: string, by: object) => {
    const { parameters = '' } = definitionsOf([]).definitions.find(({ metric: { name } }) => name === metric) ?? {};
    const query = { filter: { flight: own }, metric, version: 1, parameters, amount: 'events', groups: 8 };
    return (await store.measureAcross({ ...query, by: by as never })).map(({ key, values }) => [key, values]);
  };
  test('a measure by session, by event and by element', async () => {
    expect(await across('derived_events', { type: 'all' })).toEqual([['', [0, 1, 2]]]);
    expect(await across('derived_events', { type: 'part', kind: 'event' })).toEqual([['BUY', [1, 2]]]);
    expect(await across('derived_elements', { type: 'part', kind: 'element' })).toEqual([['html > button', [1, 2]]]);
  });

  test('as the newest version of the rule has it', async () => {
    await app.inject({ method: 'PUT', url: `/rules/${id}`, headers, payload: { ...rule, name: 'BOUGHT' } });
    await measured();
    expect(await found({ did: ['derived:BOUGHT'] })).toEqual([0, 1]);
    expect(await found({ did: ['derived:BUY'] })).toEqual([]);
    expect(await across('derived_events', { type: 'part', kind: 'event' })).toEqual([['BOUGHT', [1, 2]]]);
  }, 60_000);

  test('until the rule is taken away', async () => {
    await app.inject({ method: 'DELETE', url: `/rules/${id}`, headers });
    await measuring.settled();
    expect(await found({ did: ['derived:BOUGHT'] })).toEqual([]);
    expect(await across('derived_events', { type: 'all' })).toEqual([['', [0, 0, 0]]]);
    expect(await across('derived_events', { type: 'part', kind: 'event' })).toEqual([]);
  }, 60_000);
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
