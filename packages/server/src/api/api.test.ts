import type { Flight } from '@sightline/protocol';
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAccounts, type Accounts } from '../auth/accounts.ts';
import { flightAccess, type FlightAccess } from '../registry/flight-access.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';
import { registryPlaces, type RegistryPlaces } from '../registry/testing/registry-places.ts';
import { createApi } from './index.ts';

const raised = (error: Error) => {
  throw error;
};
const log = { error: (details: object, message: string) => raised(new Error(`${message} ${JSON.stringify(details)}`)) };
const cookieOf = (response: { cookies: { name: string; value: string }[] }) =>
  response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
const owner = { email: 'Owner@example.org', password: 'correct horse', name: 'Olga' };
const member = { email: 'member@example.org', password: 'battery staple', name: 'Max' };

describe.each(Object.entries(registryPlaces))('The query API on %s', (_, openPlaces) => {
  let places: RegistryPlaces;
  let registry: Registry;
  let accounts: Accounts;
  let access: FlightAccess;
  let app: FastifyInstance;

  const start = async (publicUrl?: string) => {
    accounts = createAccounts({ registry, publicUrl, log });
    access = flightAccess({ registry, every: () => () => undefined, log: { warn: log.error } });
    app = fastify({ trustProxy: publicUrl !== undefined });
    await app.register(createApi({ accounts, registry, flightsChanged: access.refresh, version: '1.2.3', publicUrl }), {
      prefix: '/api/v1',
    });
  };
  const call = (method: InjectOptions['method'], path: string, options: InjectOptions = {}) =>
    app.inject({ method, url: `/api/v1${path}`, ...options, headers: { host: 'sightline.test', ...options.headers } });
  const setUp = async () => {
    const response = await call('POST', '/setup', { payload: { ...owner, code: await accounts.setupCode() } });
    return { headers: { cookie: cookieOf(response) } };
  };
  const signIn = async (who: { email: string; password: string }, remoteAddress = '127.0.0.1') =>
    call('POST', '/sign-in', { payload: { email: who.email, password: who.password }, remoteAddress });

  beforeAll(async () => {
    places = await openPlaces();
  }, 180_000);
  afterAll(() => places.stop());
  beforeEach(async () => {
    registry = await openRegistry({ ...places.next(), onError: raised });
    await start();
  });
  afterEach(async () => {
    await app.close();
    access.stop();
    await registry.close();
  });

  describe('lets the owner in', () => {
    test('by the code of the setup link, once', async () => {
      expect((await call('GET', '/me')).json()).toEqual({ account: null, needsOwner: true, version: '1.2.3' });
      const code = await accounts.setupCode();
      const response = await call('POST', '/setup', { payload: { ...owner, code } });
      expect(response.statusCode).toBe(200);
      const me = {
        account: { id: expect.any(String), email: 'owner@example.org', name: 'Olga', role: 'owner' },
        needsOwner: false,
        version: '1.2.3',
      };
      expect(response.json()).toEqual(me);
      expect((await call('GET', '/me', { headers: { cookie: cookieOf(response) } })).json()).toEqual(me);
      const again = await call('POST', '/setup', { payload: { ...owner, email: 'other@example.org', code } });
      expect(again.statusCode).toBe(403);
      expect(again.json()).toMatchObject({ error: 'codeInvalid', field: 'code', retry: false });
      expect(await accounts.setupCode()).toBeUndefined();
      expect(await accounts.list()).toHaveLength(1);
    });

    test('but not by a wrong code or one of an earlier start, and a wrong field does not use the code up', async () => {
      const old = await accounts.setupCode();
      const code = await accounts.setupCode();
      expect((await call('POST', '/setup', { payload: { ...owner, code: old } })).statusCode).toBe(403);
      expect((await call('POST', '/setup', { payload: { ...owner, code: 'guess' } })).statusCode).toBe(403);
      const short = await call('POST', '/setup', { payload: { ...owner, code, password: '123456789' } });
      expect(short.statusCode).toBe(400);
      expect(short.json()).toMatchObject({ error: 'badRequest', field: 'password' });
      expect(short.body).not.toContain('123456789');
      expect((await call('POST', '/setup', { payload: { ...owner, code, password: '1234567890' } })).statusCode).toBe(200);
    });

    test('one of several who use the code at the same moment', async () => {
      const code = await accounts.setupCode();
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd'].map((name) => call('POST', '/setup', { payload: { ...owner, email: `${name}@example.org`, code } })),
      );
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403, 403, 403]);
      expect(await accounts.list()).toHaveLength(1);
    });

    test('with a cookie that scripts cannot read and other sites cannot send', async () => {
      await setUp();
      const [cookie] = (await signIn(owner)).cookies;
      expect(cookie).toMatchObject({ name: 'sightline.session_token', httpOnly: true, sameSite: 'Lax', path: '/' });
      expect(cookie).not.toHaveProperty('secure');
    });

    test('with a cookie for https alone where the public URL is https', async () => {
      await app.close();
      await start('https://sightline.example.org');
      await setUp();
      const response = await call('POST', '/sign-in', {
        payload: { email: owner.email, password: owner.password },
        headers: { origin: 'https://sightline.example.org' },
      });
      expect(response.cookies[0]).toMatchObject({ name: '__Secure-sightline.session_token', secure: true, httpOnly: true });
      expect((await call('GET', '/me', { headers: { cookie: cookieOf(response) } })).json().account).toMatchObject({ role: 'owner' });
    });

    test('until they sign out', async () => {
      const { headers } = await setUp();
      const out = await call('POST', '/sign-out', { headers });
      expect(out.json()).toMatchObject({ account: null });
      expect(out.cookies[0]).toMatchObject({ name: 'sightline.session_token', value: '', maxAge: 0 });
      expect((await call('GET', '/me', { headers })).json()).toMatchObject({ account: null });
      expect((await call('GET', '/applications', { headers })).statusCode).toBe(401);
    });
  });

  describe('keeps others out', () => {
    test.each([
      ['a wrong password', { email: owner.email, password: 'wrong' }],
      ['an unknown email', { email: 'nobody@example.org', password: owner.password }],
      ['an email that is none', { email: 'x', password: owner.password }],
    ])('with %s, without saying which was wrong', async (__, credentials) => {
      await setUp();
      const response = await signIn(credentials);
      expect(response.statusCode).toBe(401);
      expect(response.json()).toEqual({ error: 'credentialsWrong', message: 'Email or password is wrong', retry: false });
      expect(response.cookies).toEqual([]);
    });

    test('after ten attempts from one address', async () => {
      await setUp();
      for (let attempt = 1; attempt <= 10; attempt += 1) {
        expect((await signIn({ ...owner, password: 'wrong' }, '192.0.2.1')).statusCode).toBe(401);
      }
      const response = await signIn(owner, '192.0.2.1');
      expect(response.statusCode).toBe(429);
      expect(response.json()).toMatchObject({ error: 'tooFast', retry: true });
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      expect((await signIn(owner, '192.0.2.2')).statusCode).toBe(200);
    });

    test('who forge a cookie', async () => {
      const { headers } = await setUp();
      const forged = headers.cookie.replace(/=(.)/, (__, first: string) => `=${first === 'a' ? 'b' : 'a'}`);
      expect((await call('GET', '/applications', { headers: { cookie: forged } })).statusCode).toBe(401);
      expect((await call('GET', '/applications', { headers: { cookie: 'sightline.session_token=x' } })).statusCode).toBe(401);
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
    ])('who call from %s', async (__, from, status) => {
      const { headers } = await setUp();
      const response = await call('POST', '/applications', { payload: { name: 'Shop' }, headers: { ...headers, ...from } });
      expect(response.statusCode).toBe(status);
    });

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('who send %s', async (type) => {
      const { headers } = await setUp();
      const response = await call('POST', '/applications', { payload: '{"name":"x"}', headers: { ...headers, 'content-type': type } });
      expect(response.statusCode).toBe(415);
      expect(response.json()).toMatchObject({ error: 'notJson' });
    });
  });

  describe('manages members', () => {
    test('for owners alone, and a removed member is out at once', async () => {
      const { headers } = await setUp();
      const created = await call('POST', '/members', { payload: member, headers });
      expect(created.statusCode).toBe(201);
      expect(created.json()).toEqual({ id: expect.any(String), email: member.email, name: member.name, role: 'member' });
      const theirs = { headers: { cookie: cookieOf(await signIn(member)) } };
      expect((await call('GET', '/applications', theirs)).statusCode).toBe(200);
      expect((await call('GET', '/members', theirs)).json()).toMatchObject({ error: 'ownersOnly' });
      expect((await call('POST', '/members', { payload: { ...member, email: 'x@y.z' }, ...theirs })).statusCode).toBe(403);
      expect((await call('GET', '/members', { headers })).json().members).toHaveLength(2);
      const removed = await call('DELETE', `/members/${created.json().id}`, { headers });
      expect(removed.json().members).toMatchObject([{ email: 'owner@example.org' }]);
      expect((await call('GET', '/applications', theirs)).statusCode).toBe(401);
      expect((await signIn(member)).statusCode).toBe(401);
    });

    test('but not two with one email, nor without the last owner', async () => {
      const { headers } = await setUp();
      const taken = await call('POST', '/members', { payload: { ...member, email: 'OWNER@example.org' }, headers });
      expect(taken.statusCode).toBe(409);
      expect(taken.json()).toMatchObject({ error: 'emailTaken', field: 'email' });
      const [{ id }] = (await call('GET', '/members', { headers })).json().members;
      expect((await call('DELETE', `/members/${id}`, { headers })).json()).toMatchObject({ error: 'lastOwner' });
      expect((await call('DELETE', '/members/none', { headers })).json()).toMatchObject({ error: 'notFound' });
    });

    test('and one of two owners stays when they remove each other', async () => {
      await setUp();
      const two = await accounts.add({ ...member, role: 'owner' });
      const one = (await accounts.list()).find(({ email }) => email !== member.email);
      await Promise.all([accounts.remove(one?.id ?? ''), accounts.remove('id' in two ? two.id : '')]);
      expect(await accounts.list()).toHaveLength(1);
    });

    test('and a new password ends the sessions of the old one', async () => {
      const { headers } = await setUp();
      expect(await accounts.setPassword('owner@EXAMPLE.org', 'something new')).toMatchObject({ role: 'owner' });
      expect((await call('GET', '/applications', { headers })).statusCode).toBe(401);
      expect((await signIn(owner)).statusCode).toBe(401);
      expect((await signIn({ ...owner, password: 'something new' })).statusCode).toBe(200);
      expect(await accounts.setPassword('nobody@example.org', 'something new')).toMatchObject({ refusal: 'notFound' });
    });
  });

  describe('manages flights', () => {
    test('from creation to revoked token, and the door knows each step when the answer comes', async () => {
      const { headers } = await setUp();
      const shop = (await call('POST', '/applications', { payload: { name: 'Shop' }, headers })).json();
      expect(shop).toEqual({ id: expect.any(String), name: 'Shop', createdAt: expect.any(Number), flights: [] });
      const created = await call('POST', `/applications/${shop.id}/flights`, {
        payload: { name: 'pilot', allowedOrigins: ['https://shop.example'] },
        headers,
      });
      expect(created.statusCode).toBe(201);
      const flight: Flight = created.json();
      const token = flight.tokens[0]?.token ?? '';
      expect(await access.byToken(token)).toMatchObject({ flight: flight.id, active: true });

      const off = await call('PATCH', `/flights/${flight.id}`, { payload: { active: false }, headers });
      expect(off.json()).toEqual({ ...flight, active: false });
      expect(await access.byToken(token)).toMatchObject({ active: false });

      const more = await call('POST', `/flights/${flight.id}/tokens`, { headers });
      expect(more.json().tokens).toHaveLength(2);
      const revoked = await call('DELETE', `/flights/${flight.id}/tokens/${flight.tokens[0]?.id}`, { headers });
      expect(revoked.json().tokens).toEqual([more.json().tokens[1]]);
      expect(await access.byToken(token)).toBeUndefined();

      expect((await call('GET', `/flights/${flight.id}`, { headers })).json()).toEqual(revoked.json());
      expect((await call('GET', '/applications', { headers })).json().applications).toMatchObject([
        { name: 'Default', flights: [{ name: 'default' }] },
        { name: 'Shop', flights: [{ name: 'pilot', active: false }] },
      ]);
    });

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
    ] as const)('and answers %s %s %j with %d', async (method, path, payload, status, field, message) => {
      const { headers } = await setUp();
      const response = await call(method, path, { payload: payload as object, headers });
      expect(response.json()).toMatchObject({ message, ...(field && { field }), retry: false });
      expect(response.statusCode).toBe(status);
    });

    test.each([
      ['not JSON', '{"name"', 'The body is not JSON'],
      ['empty', '', 'no body'],
      ['null', 'null', 'no body'],
    ])('and answers a body that is %s', async (__, payload, message) => {
      const { headers } = await setUp();
      const response = await call('POST', '/applications', { payload, headers: { ...headers, 'content-type': 'application/json' } });
      expect(response.statusCode).toBe(400);
      expect(response.json()).toMatchObject({ error: 'badRequest', message: expect.stringContaining(message) });
    });
  });

  test('answers what is not there in the same form as every refusal, and lets nothing be cached', async () => {
    const response = await call('GET', '/nothing?x=1');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toEqual({ error: 'notFound', message: 'There is nothing at GET /api/v1/nothing', retry: false });
    expect(response.headers['cache-control']).toBe('no-store');
  });
});
