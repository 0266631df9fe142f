import type { Flight } from '@sightline/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';
import { cookieOf, owner, startTestApi, type TestApi } from '../../test/start-test-api.ts';

const member = { email: 'member@example.org', password: 'battery staple', name: 'Max' };

describe.each(Object.entries(registryPlaces))('The query API on %s', (_, openPlaces) => {
  let places: RegistryPlaces;
  let api: TestApi;
  let accounts: TestApi['accounts'];
  let access: TestApi['access'];
  const call: TestApi['call'] = (...given) => api.call(...given);
  const setUp: TestApi['setUp'] = () => api.setUp();
  const signIn: TestApi['signIn'] = (...given) => api.signIn(...given);
  const start = async (publicUrl?: string) => {
    api = await startTestApi({ place: places.next(), ...(publicUrl !== undefined && { publicUrl }) });
    ({ accounts, access } = api);
  };

  beforeAll(async () => {
    places = await openPlaces();
  }, 180_000);
  afterAll(() => places.stop());
  beforeEach(() => start());
  afterEach(() => api.stop());

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
        twoFactor: false,
        memberships: [],
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
      await api.stop();
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
  });
});
