import { randomUUID } from 'node:crypto';
import type { SessionId, VisitorId } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { auditTrail } from '../auth/audit-trail.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import type { ErasedFromExports } from '../registry/export-jobs.ts';
import { createStore, type Store } from '../store/index.ts';
import type { ApiDeps } from './api-deps.ts';
import { erasureApi } from './erasure.ts';
import { apiRules } from './rules.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const scratch = scratchDirectory();
let engine: Engine;
let store: Store;
let api: TestApi;
let app: FastifyInstance;
let headers: { cookie: string };
let application: string;
let flight: Batch['flight'];
const asked: ErasedFromExports[] = [];

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 60_000, log: { info: () => undefined } });
  api = await startTestApi({ place: { data: scratch.path } });
  ({ headers } = await api.setUp());
  const [first] = await api.registry.applications.list();
  application = first?.id ?? '';
  flight = (first?.flights[0]?.id ?? '') as Batch['flight'];
  const { id } = await api.registry.exportJobs.add({
    flight,
    format: 'csv',
    tables: [],
    filter: { flight },
    session: null,
    createdBy: 'Olga',
    fileName: 'all.zip',
  });
  const exportJobs = {
    erase: async (erased: ErasedFromExports) => {
      asked.push(erased);
      return asked.length % 2 === 1 ? [id] : [];
    },
  } as ApiDeps['exportJobs'];
  const loader = { drain: async () => undefined, lagMs: () => 0 };
  app = fastify();
  await app.register(
    async (scope) => {
      apiRules(scope, {});
      scope.addHook(
        'onResponse',
        auditTrail({
          registry: api.registry,
          sessionSummary: (key) => store.sessionSummary(key),
          log: { error: (details) => expect(details).toBeUndefined() },
          now: () => BEGIN,
        }),
      );
      await scope.register(erasureApi({ accounts: api.accounts, registry: api.registry, store, loader, exportJobs, keptAside: [] }));
    },
    { prefix: '/api/v1' },
  );
});
afterAll(async () => {
  await app.close();
  await api.stop();
  await engine.stop();
  scratch.remove();
});

const visit = async (visitor: VisitorId): Promise<string> => {
  const of = batch({ flight, visitor, session: randomUUID() as SessionId, events: [eventRow(0)] });
  await store.load(segmentOf(scratch.path, [of]));
  return of.session;
};
const remove = (url: string, payload?: object) =>
  app.inject({ method: 'DELETE', url: `/api/v1${url}`, headers: { ...headers, host: 'sightline.test' }, ...(payload && { payload }) });
const left = (session: string) => store.sessionsLeft({ flight, sessions: [session] });

test('a person is erased by their name and no other; the answer names the exports, the audit log does not name them', async () => {
  const visitor = randomUUID() as VisitorId;
  const session = await visit(visitor);
  await api.registry.people.register({ application, flight, visitor, email: 'ada@example.org', at: BEGIN });
  const [person] = await api.registry.people.list(application);
  const url = `/people/${person?.id}?flight=${flight}`;
  const wrong = await remove(url, { name: 'bob' });
  expect(wrong.statusCode).toBe(400);
  expect(wrong.json()).toMatchObject({ error: 'badName', message: 'name: must be "ada@example.org" to erase them, got "bob"' });
  expect(await left(session)).toEqual([session]);

  const right = await remove(url, { name: ' ada@example.org ' });
  expect(right.json()).toMatchObject({
    visitors: 1,
    sessions: 1,
    participants: [],
    exports: [{ fileName: 'all.zip', createdBy: 'Olga' }],
  });
  expect(await left(session)).toEqual([]);
  expect((await remove(url, { name: 'ada@example.org' })).statusCode).toBe(404);
  const { entries } = await api.registry.audit.read({});
  expect(entries).toMatchObject([{ action: 'people.remove', subject: `/people/${person?.id}`, applicationId: application }]);
  expect(JSON.stringify(entries)).not.toMatch(new RegExp(`ada|${visitor}|${session}`));
});

test('a visitor without a name and a session are erased too, and the audit log says that, not which', async () => {
  const visitor = randomUUID() as VisitorId;
  const [one, two] = [await visit(visitor), await visit(randomUUID() as VisitorId)];
  expect((await remove(`/people/visitor-${visitor}?flight=${flight}`, { name: visitor.slice(0, 8) })).json()).toMatchObject({
    sessions: 1,
  });
  expect((await remove(`/sessions/${two}`)).statusCode).toBe(200);
  expect([...(await left(one)), ...(await left(two))]).toEqual([]);
  expect((await remove(`/sessions/${two}`)).statusCode).toBe(404);
  const { entries } = await api.registry.audit.read({});
  expect(entries.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['/people/visitor-…', '/sessions/…']));
  expect(asked.at(-1)).toEqual({ flight, since: BEGIN + 1_000, sessions: [two] });
});
