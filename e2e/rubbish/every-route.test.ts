import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { handshake } from '../torture/socket-visitor.ts';
import { createOutbox } from '../torture/outbox.ts';
import { freePort, startServer, type RunningServer } from '../server.ts';
import { inTurn, NO_BODIES, NO_IDS, plausible, wrongBodies, WRONG_QUERY, WRONG_VALUES, type Schema } from './rubbish.ts';
import { SOON } from '../patience.ts';

/** Stands in everything that belongs to the other application: no answer to somebody who may not see it may hold it. */
const SECRET = 'zebra';
const OWNER = { name: 'Ada Byron', email: 'ada@example.org', password: 'a kettle full of stars' };
/** They end what the walk goes on with: the session that asks, and the account that it asks as. */
const LEFT_OUT = new Set(['POST /api/v1/sign-out', 'PUT /api/v1/account/password']);

const TOO_LARGE = JSON.stringify({ name: 'x'.repeat(3_000_000) });

interface Operation {
  method: string;
  path: string;
  query: { name: string; schema: Schema; required?: boolean }[];
  body: Schema | undefined;
}
interface Answer {
  status: number;
  text: string;
}
type Headers = Record<string, string>;

let dataDir: string;
let server: RunningServer;
let operations: Operation[];
/** Who asks, by what they may do in the application `mine`; `owner` owns the installation. */
const who: Record<string, Headers> = { nobody: {} };
/** What belongs to the other application, by the beginning of the path that names it; the same of the own one. */
let theirs: Record<string, string>;
let mine: Record<string, string>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sightline-rubbish-'));
  server = await startServer({ dataDir, port: await freePort() });
  const code = /setup#(\S+)/.exec(server.output())?.[1];
  who.owner = await entered('/api/v1/setup', { ...OWNER, code });
  theirs = await application(SECRET);
  mine = await application('mine');
  for (const role of ['owner', 'researcher', 'viewer', 'observer']) {
    const memberships = [{ applicationId: mine['/applications'], role }];
    const { code: link } = await made('/api/v1/access/invitations', { email: `${role.slice(0, 3)}@example.org`, memberships });
    who[`${role} of mine`] = await entered('/api/v1/join', { code: link, name: role, password: OWNER.password });
  }
  const key = { name: 'notebook', ability: 'research', applications: [mine['/applications']] };
  who['key of mine'] = { authorization: `Bearer ${String((await made('/api/v1/keys', key, 'researcher of mine')).secret)}` };
  const document = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { parameters?: { in: string; name: string; schema: Schema }[]; requestBody?: object }>>;
  };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      query: parameters.filter((each) => each.in === 'query'),
      body: (requestBody as { content?: Record<string, { schema?: Schema }> } | undefined)?.content?.['application/json']?.schema,
    })),
  );
});

afterAll(async () => {
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

/** An application with one of everything in it. */
async function application(name: string): Promise<Record<string, string>> {
  const { id } = await made('/api/v1/applications', { name });
  const flight = await made(`/api/v1/applications/${String(id)}/flights`, { name: `${name}-flight` });
  const at = `/api/v1/flights/${String(flight.id)}`;
  const changed = await call('PATCH', at, who.owner, JSON.stringify({ allowedOrigins: ['*'] }));
  expect(changed.status, changed.text).toBe(200);
  const [token] = flight.tokens as { token: string }[];
  const session = await visited(token?.token ?? '', name);
  const area = await made(`${at}/areas`, { path: `/${name}`, name: `${name} area`, shape: shapeOf(name) });
  const rule = await made(`${at}/rules`, { selector: `#${name}`, event: 'click', name: `${name} rule` });
  const view = await made(`/api/v1/applications/${String(id)}/views`, { page: 'sessions', name: `${name} view`, search: { search: name } });
  const exported = await made('/api/v1/exports', { flight: flight.id, format: 'jsonl' });
  return {
    '/applications': String(id),
    '/flights': String(flight.id),
    '/sessions': session,
    '/areas': String(area.id),
    '/rules': String(rule.id),
    '/views': String(view.id),
    '/exports': String(exported.id),
  };
}

const shapeOf = (name: string) => ({
  selector: `#${name}`,
  drawnOn: `${name}/tab/0`,
  parts: [{ path: `#${name}`, left: 0, top: 0, right: 1, bottom: 1 }],
  top: 0,
  bottom: 1,
});

/** A visit whose page and data say a word. */
async function visited(token: string, word: string): Promise<string> {
  const { session, tab, next } = createOutbox();
  const applicationSpecificData = { participant: word };
  const messages = [next()].map((payload) => ({
    ...payload,
    events: payload.events.map((event) => ({
      ...event,
      eventName: 'pageView',
      eventType: 'browserEvent',
      details: { url: `https://${word}.example/${word}` },
    })),
  }));
  const answer = await fetch(`${server.url}/v1/collect`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', origin: 'http://localhost' },
    body: JSON.stringify({
      messageType: 'sightline-collect',
      handshake: { ...handshake(session, tab, token), applicationSpecificData },
      messages,
    }),
  });
  if (!answer.ok) throw new Error(`the visit was answered ${answer.status}: ${await answer.text()}`);
  const arrived = async () => expect((await call('GET', `/api/v1/sessions/${session}`, who.owner)).status).toBe(200);
  await vi.waitFor(arrived, SOON);
  return session;
}

async function call(method: string, path: string, headers: Headers = {}, body?: string): Promise<Answer> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, text: await answer.text() };
}

async function made(path: string, body: object, as = 'owner'): Promise<Record<string, unknown>> {
  const { status, text } = await call('POST', path, who[as], JSON.stringify(body));
  if (status >= 300) throw new Error(`POST ${path} with ${JSON.stringify(body)} was answered ${status}: ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** The headers of whoever signs in by such a call. */
async function entered(path: string, body: object): Promise<Headers> {
  const answer = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${path} was answered ${answer.status}: ${await answer.text()}`);
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  };
}

/** Every place of a path filled: the first by what the path begins with, others by the same id. */
const filled = (path: string, id: string) => path.replaceAll(/\{\w+\}/g, encodeURIComponent(id));
const named = (ids: Record<string, string>, path: string): string | undefined =>
  Object.entries(ids).find(([start]) => path.startsWith(`/api/v1${start}/{`))?.[1];
const withQuery = (path: string, fields: Record<string, string>) => `${path}?${new URLSearchParams(fields).toString()}`;

/** What is wrong with an answer to rubbish, if anything: it must refuse, in the shape of all refusals, and say why. */
function fault(asked: string, { status, text }: Answer): string[] {
  const shown = `${asked.replaceAll(/(.)\1{20,}/g, '$1…').slice(0, 300)} → ${status} ${text.slice(0, 300)}`;
  if (status >= 500) return [shown];
  if (status < 400) return [];
  try {
    const { error, message, retry } = JSON.parse(text) as Record<string, unknown>;
    return typeof error === 'string' && typeof message === 'string' && message.length > 5 && typeof retry === 'boolean' ? [] : [shown];
  } catch {
    return [`no JSON: ${shown}`];
  }
}

test('nonsense in paths, queries and bodies is refused with a reason, and nothing fails', async () => {
  const faults: string[] = [];
  const ask = async (method: string, path: string, body?: string) => {
    faults.push(...fault(`${method} ${path} ${body ?? ''}`, await call(method, path, who.owner, body)));
  };
  const ids = inTurn(NO_IDS, 3);
  const values = inTurn(WRONG_VALUES, 4);
  const wrong = Object.fromEntries(Object.entries(WRONG_QUERY).map(([type, texts]) => [type, inTurn(texts, 1)]));
  for (const { method, path, query, body } of operations) {
    if (LEFT_OUT.has(`${method} ${path}`)) continue;
    const own = filled(path, named(mine, path) ?? 'nothing');
    const flight = { flight: mine['/flights'] ?? '' };
    const asks = query.some(({ name }) => name === 'flight') ? flight : {};
    if (path.includes('{')) for (const id of ids()) await ask(method, withQuery(filled(path, id), asks), body && '{}');
    // What takes away is asked for with other ids only.
    if (method === 'DELETE') continue;
    for (const { name, schema } of query) {
      const [value = ''] = wrong[schema.anyOf ? 'string' : (schema.type ?? 'string')]?.() ?? [];
      await ask(method, withQuery(own, { ...flight, [name]: value }));
    }
    if (!body) continue;
    for (const text of [...NO_BODIES, ...wrongBodies(body, values), TOO_LARGE]) await ask(method, own, text);
  }
  expect(faults).toEqual([]);
});

test('who may not see an application is told nothing of it, by whatever way they ask', async () => {
  const faults: string[] = [];
  const [flight = '', session = ''] = [theirs['/flights'], theirs['/sessions']];
  for (const [name, headers] of Object.entries(who)) {
    if (name === 'owner') continue;
    for (const { method, path, query, body } of operations) {
      if (LEFT_OUT.has(`${method} ${path}`)) continue;
      const fields = new Set(query.map((each) => each.name));
      const foreign = named(theirs, path);
      const own = named(mine, path);
      const questions = [
        ...(foreign === undefined ? [] : [filled(path, foreign)]),
        ...(fields.has('flight')
          ? [withQuery(filled(path, own ?? 'clicks'), { flight, path: `/${SECRET}`, step: 'page:/', kind: 'click' })]
          : []),
        ...(fields.has('session') ? [withQuery(path, { flight: mine['/flights'] ?? '', session })] : []),
        ...(fields.has('against')
          ? [withQuery(filled(path, 'clicks'), { flight: mine['/flights'] ?? '', against: `flight=${flight}` })]
          : []),
        ...(fields.has('application') ? [withQuery(path, { application: theirs['/applications'] ?? '' })] : []),
        ...(query.length === 0 && !path.includes('{') ? [path, withQuery(path, { flight: mine['/flights'] ?? '' })] : []),
      ];
      const given =
        body &&
        JSON.stringify({
          ...(plausible(body) as object),
          flight,
          session,
          applicationId: theirs['/applications'],
          memberships: [{ applicationId: theirs['/applications'], role: 'owner' }],
        });
      for (const question of questions) {
        const { status, text } = await call(method, question, headers, given);
        const shown = `${name}: ${method} ${question} → ${status} ${text.slice(0, 200)}`;
        const isForeign = !question.endsWith(path) && question.includes(String(foreign ?? flight));
        if (status >= 500 || text.includes(SECRET) || (isForeign && status < 400)) faults.push(shown);
      }
    }
  }
  expect(faults).toEqual([]);
});
