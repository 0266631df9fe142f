import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

describe('The query API', () => {
  let data: string;
  let api: TestApi;
  let headers: { cookie: string };
  const call: TestApi['call'] = (...given) => api.call(...given);

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'sightline-api-'));
    api = await startTestApi({ place: { data } });
    ({ headers } = await api.setUp());
  });
  afterAll(async () => {
    await api.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test.each([
    ['GET', '/applications'],
    ['POST', '/applications'],
    ['POST', '/applications/x/flights'],
    ['GET', '/flights/x'],
    ['PATCH', '/flights/x'],
    ['POST', '/flights/x/tokens'],
    ['DELETE', '/flights/x/tokens/y'],
    ['GET', '/members'],
    ['POST', '/members'],
    ['DELETE', '/members/x'],
  ] as const)('of %s %s without an account', async (method, path) => {
    const response = await call(method, path, method === 'POST' || method === 'PATCH' ? { payload: {} } : {});
    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({ error: 'notSignedIn', message: 'Sign in first', retry: false });
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'http://sightline.test:81' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['another site’s page that names no origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['our own page', { origin: 'http://sightline.test', 'sec-fetch-site': 'same-origin' }, 201],
    ['no browser', {}, 201],
  ])('takes a change from a page of its own alone: %s', async (page, from, status) => {
    const response = await call('POST', '/applications', { payload: { name: `From ${page}` }, headers: { ...headers, ...from } });
    expect(response.statusCode).toBe(status);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses a body of type %s',
    async (type) => {
      const response = await call('POST', '/applications', { payload: '{"name":"x"}', headers: { ...headers, 'content-type': type } });
      expect(response.statusCode).toBe(415);
      expect(response.json()).toMatchObject({ error: 'notJson' });
    },
  );
  test.each([
    ['POST', '/applications', {}, 400, 'name', 'name: is missing'],
    ['POST', '/applications', { name: '' }, 400, 'name', 'name: must not have fewer than 1 characters, got ""'],
    ['POST', '/applications', { name: 7 }, 400, 'name', 'name: must be string, got 7'],
    ['POST', '/applications', { name: 'Default' }, 409, 'name', 'name: there is an application "Default" already'],
    ['POST', '/applications', [], 400, undefined, 'must be object'],
    ['POST', '/applications/none/flights', { name: 'x' }, 404, undefined, 'There is no application with the id "none"'],
    ['PATCH', '/flights/none', { active: true }, 404, undefined, 'There is no flight "none"'],
    ['PATCH', '/flights/none', { active: 'yes' }, 400, 'active', 'active: must be boolean, got "yes"'],
    ['PATCH', '/flights/none', { allowedOrigins: ['*', 7] }, 400, 'allowedOrigins.1', 'allowedOrigins.1: must be string, got 7'],
    [
      'PATCH',
      '/flights/none',
      { allowedOrigins: ['shop'] },
      400,
      'allowedOrigins',
      'allowedOrigins: an origin must look like https://example.org, http://localhost:*, https://*.example.org or *, got "shop"',
    ],
  ] as const)('answers %s %s %j with %d', async (method, path, payload, status, field, message) => {
    const response = await call(method, path, { payload: payload as object, headers });
    expect(response.json()).toMatchObject({ message, ...(field && { field }), retry: false });
    expect(response.statusCode).toBe(status);
  });

  test.each([
    ['not JSON', '{"name"', 'The body is not JSON'],
    ['empty', '', 'no body'],
    ['null', 'null', 'no body'],
  ])('refuses a body that is %s', async (__, payload, message) => {
    const response = await call('POST', '/applications', { payload, headers: { ...headers, 'content-type': 'application/json' } });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ error: 'badRequest', message: expect.stringContaining(message) });
  });

  test.each([
    ["o'brien+test@sub.example.org", 201],
    ['a_b-c.d@x-y.museum', 201],
    ['UPPER@EXAMPLE.ORG', 201],
    ['a@b.c', 400],
    ['a@localhost', 400],
    ['a..b@example.org', 400],
    ['.a@example.org', 400],
    ['a@b@example.org', 400],
    ['a b@example.org', 400],
    ['ada', 400],
  ])('takes as an email what can sign in later: %s', async (email, status) => {
    const password = 'battery staple';
    const created = await call('POST', '/members', { payload: { email, name: 'Max', password }, headers });
    expect(created.statusCode).toBe(status);
    expect(created.json()).toMatchObject(status === 201 ? { email: email.toLowerCase() } : { field: 'email' });
    if (status === 201) expect((await api.signIn({ email, password })).statusCode).toBe(200);
  });

  test('answers what is not there in the same form as every refusal, and lets nothing be cached', async () => {
    const response = await call('GET', '/nothing?x=1');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toEqual({ error: 'notFound', message: 'There is nothing at GET /api/v1/nothing', retry: false });
    expect(response.headers['cache-control']).toBe('no-store');
  });
});
