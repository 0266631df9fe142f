import { randomUUID } from 'node:crypto';
import type { Note, SessionId } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchDirectory } from '../../test/engines.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { isRefusal } from '../registry/refusal.ts';
import type { Store } from '../store/index.ts';
import { notesApi } from './notes.ts';
import { apiRules } from './rules.ts';

const scratch = scratchDirectory();
const session = randomUUID() as SessionId;
let registry: TestApi;
let app: FastifyInstance;
let headers: Record<string, string>;

beforeAll(async () => {
  registry = await startTestApi({ place: { data: scratch.path } });
  headers = { ...(await registry.setUp()).headers, 'content-type': 'application/json', host: 'sightline.test' };
  const found = await registry.registry.flights.find({ flight: 'default' });
  const flight = isRefusal(found) ? '' : found.id;
  // Of the store only this question is asked here; its own tests run on the engines.
  const store = { sessionSummary: async (key: { session: string }) => (key.session === session ? { id: session, flight } : undefined) };
  app = fastify();
  await app.register(async (scope) => {
    apiRules(scope, {});
    await scope.register(notesApi({ accounts: registry.accounts, registry: registry.registry, store: store as unknown as Store }));
  });
});
afterAll(async () => {
  await app.close();
  await registry.stop();
  scratch.remove();
});

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload: object = {}, who: Record<string, string> = headers) =>
  app.inject({ method, url: `/sessions/${path}`, headers: who, ...(method === 'GET' ? {} : { payload }) });

test('a note is pinned, changed, removed and taken back, under the name of who wrote it', async () => {
  const added = await call('POST', `${session}/notes`, { at: 5, tab: null, text: 'hesitates', tags: ['trust'] });
  expect(added.statusCode).toBe(201);
  const note = added.json<Note>();
  expect(note).toMatchObject({ session, at: 5, text: 'hesitates', tags: ['trust'], author: 'Olga' });
  expect((await call('PATCH', `${session}/notes/${note.id}`, { at: 7 })).json()).toMatchObject({ at: 7, text: 'hesitates' });
  expect((await call('DELETE', `${session}/notes/${note.id}`)).statusCode).toBe(200);
  expect((await call('GET', `${session}/notes`)).json()).toEqual({ notes: [] });
  expect((await call('POST', `${session}/notes/${note.id}/restore`)).json()).toMatchObject({ id: note.id, at: 7 });
});

test.each([
  ['a session that is none', `${randomUUID()}/notes`, { at: 1, text: 'x' }, 404, 'id'],
  ['an id that is none', 'nonsense/notes', { at: 1, text: 'x' }, 404, 'id'],
  ['no words', `${session}/notes`, { at: 1, text: '  ' }, 400, 'text'],
  ['no moment', `${session}/notes`, { at: 'soon', text: 'x' }, 400, 'at'],
  ['a blank tag', `${session}/notes`, { at: 1, text: 'x', tags: [' '] }, 400, 'tags.0'],
])('%s is refused with its reason', async (_, path, payload, status, field) => {
  const response = await call('POST', path, payload);
  expect(response.statusCode).toBe(status);
  expect(response.json()).toMatchObject({ field });
});

test('nobody reads or writes notes who is not signed in', async () => {
  const stranger = { 'content-type': 'application/json', host: 'sightline.test' };
  expect((await call('GET', `${session}/notes`, {}, stranger)).statusCode).toBe(401);
  expect((await call('POST', `${session}/notes`, { at: 1, text: 'x' }, stranger)).statusCode).toBe(401);
});
