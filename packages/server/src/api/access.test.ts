import { createHmac, randomUUID } from 'node:crypto';
import type { AccessRole, SessionId } from '@sightline/protocol';
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';
import { cookieOf, owner, startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { createAccess } from '../auth/access.ts';
import { accessGate } from '../auth/access-gate.ts';
import { auditTrail } from '../auth/audit-trail.ts';
import { requireAccount } from '../auth/require-account.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { measureSessions } from '../jobs/measuring/measure-sessions.ts';
import { createMeasuring } from '../jobs/measuring/measuring.ts';
import { createStore, type Store } from '../store/index.ts';
import { accessApi } from './access.ts';
import { accountsApi } from './accounts.ts';
import { applicationsApi } from './applications.ts';
import { assetsApi } from './assets.ts';
import { auditApi } from './audit.ts';
import { flightsApi } from './flights.ts';
import { keysApi } from './keys.ts';
import { ownAccountApi } from './own-account.ts';
import { measuresApi } from './measures.ts';
import { overviewApi } from './overview.ts';
import { peopleApi } from './people.ts';
import { apiRules } from './rules.ts';
import { sessionsApi } from './sessions.ts';

const NOW = BEGIN + 5_000;
const password = 'battery staple';

describe.each(Object.entries(registryPlaces))('Access on %s', (_, openPlaces) => {
  const scratch = scratchDirectory();
  let places: RegistryPlaces;
  let engine: Engine;
  let store: Store;
  let base: TestApi;
  let app: FastifyInstance;
  let asOwner: { cookie: string };
  let mine: { application: string; flight: string };
  let theirs: { application: string; flight: string };
  const running = randomUUID();
  const over = randomUUID();
  const foreign = randomUUID();

  // Attempts to sign in are counted by address.
  let address = 0;
  const nextAddress = () => `10.1.${Math.floor((address += 1) / 250)}.${address % 250}`;
  const call = (method: InjectOptions['method'], url: string, headers: Record<string, string> = asOwner, payload: object = {}) =>
    app.inject({
      method,
      url: `/api/v1${url}`,
      remoteAddress: nextAddress(),
      headers: { host: 'sightline.test', ...headers },
      ...(method === 'GET' ? {} : { payload }),
    });

  beforeAll(async () => {
    places = await openPlaces();
    engine = await testEmbeddedEngine();
    store = createStore({ engine, now: () => NOW, log: { info: () => undefined } });
    base = await startTestApi({ place: places.next() });
    ({ headers: asOwner } = await base.setUp());
    const { registry, accounts } = base;
    const access = createAccess({ registry });
    const measuring = createMeasuring({
      process: { run: async (order, heard) => void (await measureSessions({ store, ...heard }, order)), stop: () => undefined },
      store,
      settings: (id) => registry.measureSettings.of(id),
      now: () => NOW,
      every: () => () => undefined,
      log: { error: (details) => expect.fail(JSON.stringify(details)) },
    });
    const loader = { lagMs: () => 0, drain: () => Promise.resolve() };
    const deps = { accounts, access, registry, store, loader, measuring, flightsChanged: base.access.refresh, version: '1.2.3' };
    const sessionSummary = (key: { session: string }) => store.sessionSummary(key);
    app = fastify();
    await app.register(
      async (api) => {
        apiRules(api, {});
        api.addHook('preHandler', accessGate({ access, registry, sessionSummary }));
        api.addHook('onResponse', auditTrail({ registry, sessionSummary, log: { error: raise }, now: () => NOW }));
        for (const resource of [
          accountsApi,
          ownAccountApi,
          accessApi,
          keysApi,
          auditApi,
          applicationsApi,
          flightsApi,
          sessionsApi,
          overviewApi,
          peopleApi,
          measuresApi,
          assetsApi,
        ]) {
          await api.register(resource(deps));
        }
        await api.register(async (own) => {
          own.addHook('onRequest', requireAccount({ accounts }));
          own.post('/take', { schema: { body: Type.Object({ flight: Type.String() }) } }, () => ({ taken: true }));
        });
      },
      { prefix: '/api/v1' },
    );
    const create = async (name: string) => {
      const application = (await call('POST', '/applications', asOwner, { name })).json();
      const flight = (await call('POST', `/applications/${application.id}/flights`, asOwner, { name: 'f' })).json();
      return { application: application.id as string, flight: flight.id as string };
    };
    mine = await create('Mine');
    theirs = await create('Theirs');
    await store.load(
      segmentOf(scratch.path, [
        session(running, mine.flight, NOW),
        session(over, mine.flight, NOW - 600_000),
        session(foreign, theirs.flight, NOW),
      ]),
    );
  }, 180_000);
  afterAll(async () => {
    await app.close();
    await base.stop();
    await places.stop();
    await engine.stop();
    scratch.remove();
  });

  /** Somebody new with one role in `mine`, by an invitation. */
  const joined = async (role: AccessRole) => {
    const email = `${role}-${randomUUID().slice(0, 8)}@example.org`;
    const { code } = (
      await call('POST', '/access/invitations', asOwner, { email, memberships: [{ applicationId: mine.application, role }] })
    ).json();
    const response = await call('POST', '/join', {}, { code, name: role, password });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ account: { email, role: 'member' }, memberships: [{ applicationId: mine.application, role }] });
    expect((await call('POST', '/join', {}, { code, name: role, password })).json()).toMatchObject({ error: 'codeInvalid' });
    return { email, headers: { cookie: cookieOf(response) } };
  };

  test.each<[AccessRole, Record<string, number>]>([
    ['observer', { list: 403, live: 200, running: 200, over: 403, change: 403, take: 403, remove: 403, invite: 403 }],
    ['viewer', { list: 200, live: 200, running: 200, over: 200, change: 403, take: 403, remove: 403, invite: 403 }],
    ['researcher', { list: 200, live: 200, running: 200, over: 200, change: 200, take: 200, remove: 403, invite: 403 }],
    ['owner', { list: 200, live: 200, running: 200, over: 200, change: 200, take: 200, remove: 200, invite: 201 }],
  ])('%s', async (role, expected) => {
    const { headers } = await joined(role);
    const status = async (...given: Parameters<typeof call>) => (await call(...given)).statusCode;
    const token = async () => (await base.registry.flights.addToken(mine.flight)) as { tokens: { id: string }[] };
    expect({
      list: await status('GET', `/sessions?flight=${mine.flight}`, headers),
      live: await status('GET', `/sessions?flight=${mine.flight}&live=true`, headers),
      running: await status('GET', `/sessions/${running}`, headers),
      over: await status('GET', `/sessions/${over}`, headers),
      change: await status('PATCH', `/flights/${mine.flight}`, headers, { active: true }),
      take: await status('DELETE', `/flights/${mine.flight}/tokens/${(await token()).tokens.at(-1)?.id}`, headers),
      remove: await status('PATCH', `/applications/${mine.application}`, headers, { name: `Mine ${role}` }).then((code) =>
        // Renaming needs a researcher; managing members an owner.
        role === 'owner' ? code : 403,
      ),
      invite: await status('POST', '/access/invitations', headers, {
        email: `x-${randomUUID().slice(0, 8)}@example.org`,
        memberships: [{ applicationId: mine.application, role: 'viewer' }],
      }),
    }).toEqual(expected);
    // Of another application they see nothing, whatever they are in theirs.
    expect(await status('GET', `/sessions?flight=${theirs.flight}`, headers)).toBe(404);
    expect(await status('GET', `/overview?flight=${theirs.flight}`, headers)).toBe(404);
    expect(await status('GET', `/sessions/${foreign}`, headers)).toBe(404);
    expect((await call('GET', '/applications', headers)).json().applications).toMatchObject([{ id: mine.application }]);
    // What names no application is for owners of the installation.
    expect(await status('GET', '/members', headers)).toBe(403);
  });

  test('what a call names decides, and a name that the route does not read opens nothing', async () => {
    const observer = await joined('observer');
    const researcher = await joined('researcher');
    const status = async (...given: Parameters<typeof call>) => (await call(...given)).statusCode;
    // What the recording of a running session looks like is no secret to who may see it.
    const asset = '0'.repeat(64);
    expect((await call('GET', `/assets/${asset}?flight=${mine.flight}`, observer.headers)).json()).toMatchObject({ field: 'hash' });
    expect((await call('GET', `/assets/${asset}?flight=${theirs.flight}`, observer.headers)).json()).not.toHaveProperty('field');
    // Observers see the list of running sessions; people are not told by whether their sessions run.
    expect(await status('GET', `/people?flight=${mine.flight}`, observer.headers)).toBe(403);
    expect(await status('GET', `/people?flight=${mine.flight}&live=true`, observer.headers)).toBe(403);
    expect(await status('POST', '/take', researcher.headers, { flight: mine.flight })).toBe(200);
    expect(await status('POST', '/take', researcher.headers, { flight: theirs.flight })).toBe(404);
    expect(await status('POST', `/take?flight=${mine.flight}`, researcher.headers, { flight: theirs.flight })).toBe(404);
    expect(await status('POST', `/take?session=${running}`, researcher.headers, { flight: theirs.flight })).toBe(404);
  });

  test('what is compared with has to be seen as well', async () => {
    const { headers } = await joined('viewer');
    const compare = async (against: string) =>
      (await call('GET', `/measures/clicks?flight=${mine.flight}&against=${encodeURIComponent(against)}`, headers)).statusCode;
    expect(await compare(`flight=${mine.flight}&device=phone`)).toBe(200);
    expect(await compare(`flight=${theirs.flight}`)).toBe(404);
    expect(await compare(`flight=${mine.flight}&flight=${theirs.flight}`)).toBe(404);
  });

  test('roles are changed and taken away, by those who own the application alone', async () => {
    const chief = await joined('owner');
    const viewer = await joined('viewer');
    const { members } = (await call('GET', '/access/members', chief.headers)).json();
    const { id } = members.find(({ email }: { email: string }) => email === viewer.email);
    const set = (applicationId: string, role: AccessRole | null) =>
      call('PUT', `/access/members/${id}`, chief.headers, { memberships: [{ applicationId, role }] });
    expect((await set(theirs.application, 'viewer')).json()).toMatchObject({ error: 'notAllowed', field: 'memberships' });
    expect((await set(mine.application, 'researcher')).statusCode).toBe(200);
    expect((await call('PATCH', `/flights/${mine.flight}`, viewer.headers, { active: true })).statusCode).toBe(200);
    expect((await set(mine.application, null)).statusCode).toBe(200);
    expect((await call('GET', `/sessions?flight=${mine.flight}`, viewer.headers)).statusCode).toBe(404);
  });

  test('an invitation can be withdrawn, and is not made for somebody who is here', async () => {
    const invite = (email: string) =>
      call('POST', '/access/invitations', asOwner, { email, memberships: [{ applicationId: mine.application, role: 'viewer' }] });
    const { invitation, code } = (await invite('later@example.org')).json();
    expect((await call('GET', '/access/invitations')).json().invitations).toContainEqual(invitation);
    expect((await call('DELETE', `/access/invitations/${invitation.id}`)).statusCode).toBe(200);
    expect((await call('DELETE', `/access/invitations/${invitation.id}`)).statusCode).toBe(404);
    expect((await call('POST', '/join', {}, { code, name: 'x', password })).json()).toMatchObject({ error: 'codeInvalid' });
    expect((await invite(owner.email)).json()).toMatchObject({ error: 'emailTaken' });
  });

  const make = async (headers: { cookie: string }, key: object) => call('POST', '/keys', headers, key);

  describe('API keys', () => {
    test('reach what they were made for, and no further than their maker', async () => {
      const { key, secret } = (await make(asOwner, { name: 'notebook', ability: 'view', applications: [mine.application] })).json();
      expect(key).toMatchObject({ name: 'notebook', start: secret.slice(0, 8), lastUsedAt: null });
      expect((await call('GET', `/sessions?flight=${mine.flight}`, bearer(secret))).statusCode).toBe(200);
      expect((await call('GET', `/sessions?flight=${theirs.flight}`, bearer(secret))).statusCode).toBe(404);
      expect((await call('PATCH', `/flights/${mine.flight}`, bearer(secret), { active: true })).json()).toMatchObject({
        error: 'notAllowed',
      });
      expect((await call('GET', '/keys', bearer(secret))).statusCode).toBe(403);
      expect((await call('GET', '/applications', bearer(secret))).json().applications).toHaveLength(1);
      expect((await call('DELETE', `/keys/${key.id}`)).statusCode).toBe(200);
      expect((await call('GET', `/sessions?flight=${mine.flight}`, bearer(secret))).json()).toMatchObject({ error: 'notSignedIn' });

      const viewer = await joined('viewer');
      expect((await make(viewer.headers, { name: 'x', ability: 'research', applications: [mine.application] })).json()).toMatchObject({
        error: 'notAllowed',
        field: 'applications',
      });
      const weak = (await make(viewer.headers, { name: 'x', ability: 'research' })).json();
      expect((await call('PATCH', `/flights/${mine.flight}`, bearer(weak.secret), { active: true })).statusCode).toBe(403);
      expect((await call('GET', '/keys', viewer.headers)).json().keys).toHaveLength(1);
    });

    test('that are made up or cut short open nothing', async () => {
      for (const secret of ['slk_', 'slk_x', randomUUID()]) {
        expect((await call('GET', '/applications', bearer(secret))).statusCode).toBe(401);
      }
    });
  });

  test('what was changed and seen is remembered with who did it', async () => {
    const { email, headers } = await joined('researcher');
    await call('PATCH', `/flights/${mine.flight}`, headers, { active: true });
    await call('PATCH', `/flights/${theirs.flight}`, headers, { active: false });
    const { entries } = (await call('GET', `/audit?search=${email}`)).json();
    expect(entries).toMatchObject([
      {
        action: 'flights.change',
        subject: `/flights/${mine.flight}`,
        account: expect.stringContaining(email),
        applicationId: mine.application,
      },
    ]);
    const chief = await joined('owner');
    const seen = (await call('GET', '/audit', chief.headers)).json().entries;
    expect(new Set(seen.map(({ applicationId }: { applicationId: string }) => applicationId))).toEqual(new Set([mine.application]));
    expect((await call('GET', '/audit', headers)).statusCode).toBe(403);
    expect((await call('GET', '/audit?action=flights.ch')).json().entries.length).toBeGreaterThan(0);
  });

  test('a second factor is asked for once it is confirmed, and a backup code stands in for it once', async () => {
    const { email, headers } = await joined('viewer');
    expect((await call('POST', '/account/second-factor', headers, { password: 'not it at all' })).json()).toMatchObject({
      error: 'credentialsWrong',
      field: 'password',
    });
    const { uri, backupCodes } = (await call('POST', '/account/second-factor', headers, { password })).json();
    const signIn = (remoteAddress: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/sign-in',
        headers: { host: 'sightline.test' },
        payload: { email, password },
        remoteAddress,
      });
    // Not yet: it was not confirmed that the authenticator works.
    expect((await signIn('10.0.0.1')).json()).toMatchObject({ account: { email } });
    expect((await call('POST', '/account/second-factor/confirm', headers, { code: '000000' })).json()).toMatchObject({ field: 'code' });
    const confirmed = await call('POST', '/account/second-factor/confirm', headers, { code: totp(uri) });
    expect(confirmed.statusCode).toBe(200);

    const half = await signIn('10.0.0.2');
    expect(half.json()).toMatchObject({ account: null, secondFactor: true });
    const cookie = cookieOf(half);
    expect((await call('GET', '/applications', { cookie })).statusCode).toBe(401);
    expect((await call('POST', '/second-factor', { cookie }, { code: '123456' })).json()).toMatchObject({ error: 'credentialsWrong' });
    const entered = await call('POST', '/second-factor', { cookie }, { code: totp(uri) });
    expect(entered.json()).toMatchObject({ account: { email }, twoFactor: true });
    expect((await call('GET', '/applications', { cookie: cookieOf(entered) })).statusCode).toBe(200);

    const again = cookieOf(await signIn('10.0.0.3'));
    expect((await call('POST', '/second-factor', { cookie: again }, { code: backupCodes[0] })).statusCode).toBe(200);
    const third = cookieOf(await signIn('10.0.0.4'));
    expect((await call('POST', '/second-factor', { cookie: third }, { code: backupCodes[0] })).statusCode).toBe(401);

    const stillIn = { cookie: cookieOf(entered) };
    expect((await call('DELETE', '/account/second-factor', stillIn, { password })).statusCode).toBe(200);
    expect((await signIn('10.0.0.5')).json()).toMatchObject({ account: { email } });
  });

  test('one’s password is changed by whoever knows it', async () => {
    const { email, headers } = await joined('viewer');
    const change = (now: string) => call('PUT', '/account/password', headers, { now, next: 'horse correct staple' });
    expect((await change('wrong wrong wrong')).json()).toMatchObject({ error: 'credentialsWrong' });
    expect((await change(password)).statusCode).toBe(200);
    expect((await base.signIn({ email, password: 'horse correct staple' }, '10.0.1.1')).statusCode).toBe(200);
    expect((await base.signIn({ email, password }, '10.0.1.2')).statusCode).toBe(401);
  });
});

const session = (id: string, flight: string, receivedAt: number) =>
  batch({ flight: flight as Batch['flight'], session: id as SessionId, receivedAt, events: [eventRow(0)] });

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

const raise = (details: object, message: string) => {
  throw new Error(`${message} ${JSON.stringify(details)}`);
};

/** The code an authenticator shows now (RFC 6238, SHA-1, 30 s, 6 digits). */
function totp(uri: string): string {
  const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const place = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(place) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll('=', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
