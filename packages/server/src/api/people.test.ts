import { randomUUID } from 'node:crypto';
import type { SessionId, TabId, VisitorId } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from '../store/index.ts';
import { peopleApi } from './people.ts';
import { apiRules } from './rules.ts';

const scratch = scratchDirectory();
let engine: Engine;
let store: Store;
let api: TestApi;
let app: FastifyInstance;
let headers: { cookie: string };
let application: string;
let flight: Batch['flight'];

const [ada, adasPhone, bob, nobody] = Array.from({ length: 4 }, () => randomUUID() as VisitorId) as [
  VisitorId,
  VisitorId,
  VisitorId,
  VisitorId,
];

/** A visit: page views of one tab, seconds after the beginning. */
const visit = (visitor: VisitorId, ...views: [second: number, path: string][]) =>
  batch({
    flight,
    session: randomUUID() as SessionId,
    tab: randomUUID() as TabId,
    visitor,
    events: [
      ...views.map(([second, path], sequence) =>
        eventRow(sequence, {
          name: 'pageView',
          at: BEGIN + second * 1_000,
          wallAt: BEGIN + second * 1_000 + 3_600_000,
          url: `https://example.org${path}`,
          details: { url: `https://example.org${path}`, title: `Page ${path}`, offsetMinutes: 60 },
        }),
      ),
      eventRow(views.length, { name: 'pageLeft', at: BEGIN + ((views.at(-1)?.[0] ?? 0) + 5) * 1_000 }),
    ],
  });

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 60_000, log: { info: () => undefined } });
  api = await startTestApi({ place: { data: scratch.path } });
  ({ headers } = await api.setUp());
  const [first] = await api.registry.applications.list();
  application = first?.id ?? '';
  flight = (first?.flights[0]?.id ?? '') as Batch['flight'];
  app = fastify();
  const deps = { accounts: api.accounts, registry: api.registry, store };
  await app.register(async (scope) => {
    apiRules(scope, {});
    await scope.register(peopleApi(deps));
  });
  await store.load(
    segmentOf(scratch.path, [
      visit(ada, [0, '/'], [10, '/shop?x=1'], [40, '/']),
      visit(adasPhone, [100, '/shop']),
      visit(bob, [50, '/']),
      visit(nobody, [60, '/'], [70, '/info']),
    ]),
  );
  const register = (visitor: VisitorId, email: string, at: number) =>
    api.registry.people.register({ application, flight, visitor, email, at });
  await register(ada, 'ada@example.org', 1);
  await register(adasPhone, 'ADA@example.org', 2);
  await register(bob, 'bob@example.org', 3);
  await register(randomUUID() as VisitorId, 'carol@example.org', 4);
}, 60_000);
afterAll(async () => {
  await app.close();
  await api.stop();
  await engine.stop();
  scratch.remove();
});

const get = async (path: string) => (await app.inject({ url: path, headers: { ...headers, host: 'sightline.test' } })).json();
const idOf = async (label: string): Promise<string> =>
  (await get(`/people?flight=${flight}`)).people.find((row: { label: string }) => row.label.toLowerCase().startsWith(label)).id;

describe('the list of people', () => {
  test('has everybody with an identity by their last access, those never seen included', async () => {
    const { people, total } = await get(`/people?flight=${flight}`);
    expect(total).toBe(3);
    expect(people).toMatchObject([
      {
        label: 'ADA@example.org',
        visitors: 2,
        sessions: 2,
        pageViews: 4,
        firstAt: BEGIN,
        lastAt: BEGIN + 105_000,
        entryUrl: 'https://example.org/shop',
      },
      { label: 'bob@example.org', visitors: 1, sessions: 1, pageViews: 1 },
      { label: 'carol@example.org', visitors: 1, sessions: 0, pageViews: 0, firstAt: 4, lastAt: 4 },
    ]);
  });

  test('of a time has only those who were there', async () => {
    const { people } = await get(`/people?flight=${flight}&from=${BEGIN + 56_000}`);
    expect(people.map(({ label }: { label: string }) => label)).toEqual(['ADA@example.org']);
  });

  test.each([
    ['search=BOB', ['bob@example.org']],
    ['sort=label&descending=false', ['ADA@example.org', 'bob@example.org', 'carol@example.org']],
    ['sort=sessions&limit=1&offset=1', ['bob@example.org']],
  ])('by %s', async (query, expected) => {
    const { people } = await get(`/people?flight=${flight}&${query}`);
    expect(people.map(({ label }: { label: string }) => label)).toEqual(expected);
  });

  test('has visitors without identity on their own', async () => {
    expect(await get(`/people?flight=${flight}&known=false`)).toMatchObject({
      total: 1,
      people: [{ id: `visitor-${nobody}`, label: null, sessions: 1, pageViews: 2 }],
    });
    expect(await get(`/people?flight=${flight}&known=false&search=${nobody.slice(0, 8).toUpperCase()}`)).toMatchObject({ total: 1 });
    expect(await get(`/people?flight=${flight}&known=false&search=zzz`)).toMatchObject({ total: 0 });
  });

  test('is refused for a flight that is not there', async () => {
    expect(await get('/people?flight=none')).toMatchObject({ error: 'notFound', field: 'flight' });
  });
});

describe('a person', () => {
  test('has a history over sessions and devices, with both clocks and the time on each page', async () => {
    const { visits, total } = await get(`/people/${await idOf('ada')}/visits?flight=${flight}`);
    expect(total).toBe(4);
    expect(visits).toMatchObject([
      { url: 'https://example.org/shop', at: BEGIN + 100_000, serverAt: BEGIN + 100_000, visitor: adasPhone, timeMs: 5_000 },
      {
        url: 'https://example.org/',
        at: BEGIN + 40_000,
        wallAt: BEGIN + 40_000 + 3_600_000,
        offsetMinutes: 60,
        timeMs: 5_000,
        title: 'Page /',
      },
      { url: 'https://example.org/shop?x=1', timeMs: 30_000, visitor: ada },
      { url: 'https://example.org/', timeMs: 10_000 },
    ]);
    const found = await get(`/people/${await idOf('ada')}/visits?flight=${flight}&search=shop&limit=1`);
    expect(found).toMatchObject({ total: 2, visits: [{ visitor: adasPhone }] });
  });

  test('has pages with how often and how long', async () => {
    const { person, visitors, pages } = await get(`/people/${await idOf('ada')}?flight=${flight}`);
    expect(person).toMatchObject({ sessions: 2, visitors: 2 });
    expect(visitors.map(({ visitor }: { visitor: string }) => visitor)).toEqual([adasPhone, ada]);
    expect(pages).toMatchObject([
      { url: 'https://example.org/shop', views: 2, timeMs: 35_000 },
      { url: 'https://example.org/', views: 2, timeMs: 15_000 },
    ]);
  });

  test('may be a visitor without identity', async () => {
    expect(await get(`/people/visitor-${nobody}?flight=${flight}`)).toMatchObject({ person: { label: null, pageViews: 2 }, merges: [] });
    expect(await get(`/people/visitor-none?flight=${flight}`)).toMatchObject({ error: 'notFound', field: 'id' });
  });

  test('takes in another and a visitor, answers to their name from then on, and lets go of them again', async () => {
    const bobId = await idOf('bob');
    const adaId = await idOf('ada');
    const change = async (method: 'POST' | 'DELETE', path: string, payload: object) =>
      (await app.inject({ method, url: path, payload, headers: { ...headers, host: 'sightline.test' } })).json();
    const merge = (other: string) => change('POST', `/people/${adaId}/merge?flight=${flight}`, { other });

    expect(await merge(adaId)).toMatchObject({ error: 'badRequest', field: 'other' });
    expect(await merge('nobody')).toMatchObject({ error: 'notFound', field: 'other' });
    expect(await merge(bobId)).toMatchObject({ person: { visitors: 3, sessions: 3 }, merges: [{ label: 'bob@example.org', by: 'Olga' }] });
    expect(await merge(`visitor-${nobody}`)).toMatchObject({ person: { visitors: 4, pageViews: 7 } });
    expect(await get(`/people?flight=${flight}&known=false`)).toMatchObject({ total: 0 });

    const later = randomUUID() as VisitorId;
    await api.registry.people.register({ application, flight, visitor: later, email: 'Bob@example.org', at: 9 });
    expect(await api.registry.people.ofVisitor(application, later)).toMatchObject({ id: adaId });

    const { merges } = await get(`/people/${adaId}?flight=${flight}`);
    const undo = (id: string) => change('DELETE', `/people/${adaId}/merges/${id}?flight=${flight}`, {});
    for (const each of merges) await undo(each.id);
    expect(await undo(merges[0].id)).toMatchObject({ error: 'notFound' });
    expect(await get(`/people/${bobId}?flight=${flight}`)).toMatchObject({
      person: { label: 'bob@example.org', visitors: 1, sessions: 1 },
    });
    expect(await get(`/people?flight=${flight}&known=false`)).toMatchObject({ total: 1 });
  });
});
