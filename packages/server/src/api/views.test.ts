import type { SavedView } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { createAccess } from '../auth/access.ts';
import { accessGate } from '../auth/access-gate.ts';
import { apiRules } from './rules.ts';
import { viewsApi } from './views.ts';

describe.each(Object.entries(registryPlaces))('Saved views on %s', (_, openPlaces) => {
  let places: RegistryPlaces;
  let base: TestApi;
  let app: FastifyInstance;
  let headers: Record<string, string>;
  let application: string;

  beforeAll(async () => {
    places = await openPlaces();
    base = await startTestApi({ place: places.next() });
    headers = { ...(await base.setUp()).headers, host: 'sightline.test' };
    application = (await base.registry.applications.list())[0]?.id ?? '';
    app = fastify();
    await app.register(
      async (api) => {
        apiRules(api, {});
        const { registry } = base;
        api.addHook('preHandler', accessGate({ access: createAccess({ registry }), registry, sessionSummary: async () => undefined }));
        await api.register(viewsApi({ accounts: base.accounts, registry }));
      },
      { prefix: '/api/v1' },
    );
  }, 180_000);
  afterAll(async () => {
    await app.close();
    await base.stop();
    await places.stop();
  });

  const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload: object = {}, who = headers) =>
    app.inject({ method, url: `/api/v1${path}`, headers: who, ...(method === 'GET' ? {} : { payload }) });
  const names = async () =>
    (await call('GET', `/applications/${application}/views`)).json<{ views: SavedView[] }>().views.map(({ name }) => name);
  const search = { did: 'purchase', sort: 'events', min: 3, live: true };

  test('a view is saved, renamed, removed and taken back, with what it shows', async () => {
    const saved = await call('POST', `/applications/${application}/views`, { page: 'sessions', name: ' Buyers ', search });
    expect(saved.statusCode).toBe(201);
    const view = saved.json<SavedView>();
    expect(view).toMatchObject({ application, page: 'sessions', name: 'Buyers', search, createdBy: 'Olga' });
    expect((await call('PATCH', `/views/${view.id}`, { name: 'Bought' })).json()).toMatchObject({ name: 'Bought', search });
    expect((await call('PATCH', `/views/${view.id}`, { search: { min: 4 } })).json()).toMatchObject({ name: 'Bought', search: { min: 4 } });
    expect(await names()).toEqual(['Bought']);
    expect((await call('DELETE', `/views/${view.id}`)).statusCode).toBe(200);
    expect(await names()).toEqual([]);
    expect((await call('DELETE', `/views/${view.id}`)).statusCode).toBe(404);
    expect((await call('POST', `/views/${view.id}/restore`)).json()).toMatchObject({ id: view.id, name: 'Bought' });
    expect(await names()).toEqual(['Bought']);
  });

  test.each([
    ['a blank name', { page: 'sessions', name: '  ', search }, 400, 'name'],
    ['a name that another has', { page: 'sessions', name: 'bought', search }, 409, 'name'],
    ['a page that is none', { page: 'nowhere', name: 'x', search }, 400, 'page'],
    ['a search that is none', { page: 'sessions', name: 'x', search: { did: ['a'] } }, 400, undefined],
  ])('%s is refused with its reason', async (_case, payload, status, field) => {
    const response = await call('POST', `/applications/${application}/views`, payload);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject(field === undefined ? {} : { field });
  });

  test('nobody sees or changes views who is not signed in, and none is made where there is no application', async () => {
    const stranger = { host: 'sightline.test' };
    expect((await call('GET', `/applications/${application}/views`, {}, stranger)).statusCode).toBe(401);
    expect((await call('POST', `/applications/${application}/views`, { page: 'sessions', name: 'x', search }, stranger)).statusCode).toBe(
      401,
    );
    expect((await call('POST', '/applications/nobody/views', { page: 'sessions', name: 'x', search })).statusCode).toBe(404);
    expect((await call('PATCH', '/views/nobody', { name: 'x' })).statusCode).toBe(404);
  });
});
