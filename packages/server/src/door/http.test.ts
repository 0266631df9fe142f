import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { FLIGHT, openDoor, TOKEN, type OpenDoor } from './door.fake.ts';

const doors: OpenDoor[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.stop()));
});
const opened = async (...args: Parameters<typeof openDoor>) => {
  const door = await openDoor(...args);
  doors.push(door);
  return door;
};
const post = async (door: OpenDoor, path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(door.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: JSON.parse(text) as Record<string, unknown>, headers: answer.headers };
};

const track = (more: object = {}) => ({
  session_id: '3f0c8f5e-8a51-4f0e-9b1e-111111111111',
  timestamp: '2026-11-21T10:00:00.123Z',
  type: 'click',
  url: 'https://shop.example/?a=1#b',
  details: { path: '#buy' },
  ...more,
});

test('an event is answered like the original did, and stored', async () => {
  const door = await opened();
  const answer = await post(door, '/api/track', track());
  expect([answer.status, answer.text]).toEqual([200, '{"status":"ok"}']);
  expect(door.spool.batches).toMatchObject([
    {
      flight: FLIGHT.flight,
      session: '3f0c8f5e-8a51-4f0e-9b1e-111111111111',
      sessionRef: '',
      dialect: 'recording-backend',
      events: [
        {
          name: 'click',
          url: 'https://shop.example/?a=1#b',
          details: { path: '#buy' },
          wallAt: Date.UTC(2026, 10, 21, 10, 0, 0, 123),
          extra: {},
        },
      ],
    },
  ]);
});

test('an event is answered only once it is on disk', async () => {
  const door = await opened();
  door.spool.state.isSlow = true;
  let isAnswered = false;
  const answer = post(door, '/api/track', track()).finally(() => {
    isAnswered = true;
  });
  await expect.poll(() => door.spool.waiting.length).toBe(1);
  expect(isAnswered).toBe(false);
  door.spool.waiting[0]?.resolve();
  expect((await answer).status).toBe(200);
});

test.each([
  ['2024-05-01T12:00:00', Date.UTC(2024, 4, 1, 12)],
  ['2024-05-01', Date.UTC(2024, 4, 1)],
  ['2024-05-01T12:00:00.123456+02:00', Date.UTC(2024, 4, 1, 10, 0, 0, 123)],
])('the timestamp %s is taken, and kept as it came', async (timestamp, wallAt) => {
  const door = await opened();
  expect((await post(door, '/api/track', track({ timestamp }))).status).toBe(200);
  expect(door.spool.events()).toMatchObject([{ wallAt, at: wallAt, extra: { timestamp } }]);
});

test('odd session ids stay names: a stable UUID stands for each, and no path is made of them', async () => {
  const door = await opened();
  for (const session_id of ['null', '../../../etc/passwd', 'ünïcode', 'x'.repeat(200), '../../../etc/passwd']) {
    expect((await post(door, '/api/track', track({ session_id }))).status).toBe(200);
  }
  const sessions = door.spool.batches.map(({ session }) => session);
  expect(sessions.every((session) => /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(session))).toBe(true);
  expect(sessions[4]).toBe(sessions[1]);
  expect(new Set(sessions).size).toBe(4);
  expect(door.spool.batches[1]?.sessionRef).toBe('../../../etc/passwd');
});

test.each([
  ['no body', '""', '', 'the body must be an object, got ""'],
  ['an array', [], '', 'the body must be an object, got an array of 0'],
  ['no session', track({ session_id: undefined }), 'session_id', 'session_id is missing'],
  ['a null session', track({ session_id: null }), 'session_id', 'session_id must be text, got null'],
  ['a long session', track({ session_id: 'x'.repeat(201) }), 'session_id', expect.stringContaining('at most 200 characters')],
  ['no type', track({ type: undefined }), 'type', 'type is missing'],
  ['a time that is none', track({ timestamp: 'soon' }), 'timestamp', 'timestamp must be ISO 8601 from 1970 to 2199, got "soon"'],
  ['a day that is none', track({ timestamp: '2024-02-30T00:00:00Z' }), 'timestamp', expect.stringContaining('2024-02-30')],
  ['a number as time', track({ timestamp: 5 }), 'timestamp', 'timestamp must be text, got 5'],
  ['details that are a list', track({ details: [] }), 'details', 'details must be an object, got an array of 0'],
  [
    'deep details',
    track({ details: JSON.parse('{"a":'.repeat(40) + '1' + '}'.repeat(40)) as object }),
    'details',
    expect.stringContaining('at most 32 deep'),
  ],
])('%s is refused with the field’s name', async (_what, body, field, message) => {
  const door = await opened();
  const answer = await post(door, '/api/track', body);
  expect(answer.status).toBe(400);
  expect(answer.json).toEqual({ error: 'payloadMalformed', message, field, retry: false });
  expect(door.spool.batches).toEqual([]);
});

test.each([
  ['text that is no JSON', '{"a"', 'application/json', 400, 'badRequest'],
  ['a form', 'a=1', 'application/x-www-form-urlencoded', 415, 'badRequest'],
  ['too large a body', JSON.stringify({ a: 'x'.repeat(9 * 1024 * 1024) }), 'application/json', 413, 'tooLarge'],
])('%s is refused', async (_what, body, type, status, error) => {
  const door = await opened();
  const answer = await post(door, '/api/track', body, { 'content-type': type });
  expect(answer.status).toBe(status);
  expect(answer.json).toMatchObject({ error, retry: false });
  expect(answer.text).not.toMatch(/\n\s+at |\.ts\b|node_modules/);
});

test.each([
  ['storageFull', 503],
  ['serverFailed', 500],
])('a spool that says %s is answered with %i, to be tried again', async (failure, status) => {
  const door = await opened();
  door.spool.state.error = Object.assign(new Error('disk'), { failure });
  const answer = await post(door, '/api/track', track());
  expect([answer.status, answer.json]).toEqual([status, expect.objectContaining({ error: failure, retry: true })]);
});

test('rrweb events of versions 1 and 2 are stored as they came, with the span of their times', async () => {
  const door = await opened();
  const events = [
    { type: 4, data: { href: 'https://a.example', width: 1, height: 2 }, timestamp: 1_700_000_000_500 },
    { type: 2, data: { node: { type: 0 } }, timestamp: 1_700_000_000_000, delay: 3 },
  ];
  const answer = await post(door, '/api/record', { session_id: 'abc', events });
  expect(answer.text).toBe('{"status":"ok"}');
  expect(door.spool.batches[0]?.recordings).toEqual([
    {
      sequence: 0,
      at: 1_700_000_000_000,
      until: 1_700_000_000_500,
      offsetMs: 0,
      count: 2,
      snapshot: true,
      encoding: 'json',
      events,
    },
  ]);
});

test('a recording with some bad events keeps the good ones; an empty one is fine; only bad ones are refused', async () => {
  const door = await opened();
  const good = { type: 3, data: {}, timestamp: 5 };
  expect((await post(door, '/api/record', { session_id: 'abc', events: [7, good] })).json).toEqual({
    status: 'ok',
    refused: ['events.0 must be an rrweb event (an object), got 7'],
  });
  expect((await post(door, '/api/record', { session_id: 'abc', events: [] })).text).toBe('{"status":"ok"}');
  expect(await post(door, '/api/record', { session_id: 'abc', events: [7] })).toMatchObject({ status: 400, json: { field: 'events' } });
  expect(door.spool.batches).toMatchObject([{ recordings: [{ events: [good] }], refused: [{ body: '7' }] }]);
});

test('UNT’s visits are page views of the visitor, one session while less than 30 minutes lie between', async () => {
  let now = 1_795_299_769_977;
  const door = await opened({ now: () => now });
  const visitor = randomUUID();
  const visit = { title: 'Test Home', url: 'https://site/index.html?x=1#y?z', datetime: now };
  for (const minutes of [0, 29, 31]) {
    now += minutes * 60_000;
    expect((await post(door, `/user/${visitor}/track`, visit)).text).toBe('{"message": "success"}');
  }
  const sessions = door.spool.batches.map(({ session }) => session);
  expect(sessions[0]).toBe(sessions[1]);
  expect(sessions[2]).not.toBe(sessions[1]);
  expect(door.spool.batches[0]).toMatchObject({
    visitor,
    dialect: 'unt',
    events: [
      {
        type: 'browserEvent',
        name: 'pageView',
        url: visit.url,
        details: { url: visit.url, title: 'Test Home' },
        wallAt: 1_795_299_769_977,
      },
    ],
  });
});

test('a UNT visit that our own plugin sends again is the same place in the same session, after a restart too', async () => {
  const visit = { session: randomUUID(), tab: randomUUID(), sequence: 3 };
  const body = { title: 'Home', url: 'https://site/', datetime: 1_795_299_769_977, visit };
  const visitor = randomUUID();
  const both = [await opened(), await opened()];
  for (const door of both) expect((await post(door, `/user/${visitor}/track`, body)).status).toBe(200);
  for (const { spool } of both) {
    expect(spool.batches).toMatchObject([{ session: visit.session, tab: visit.tab, fresh: false, events: [{ sequence: 3, extra: {} }] }]);
    expect(spool.batches[0]?.events[0]?.extra).toEqual({});
  }
});

test.each([7, null, { session: 'mine', tab: randomUUID(), sequence: 0 }, { session: randomUUID(), tab: randomUUID(), sequence: -1 }])(
  'what another UNT client calls a visit (%o) is kept as it is',
  async (visit) => {
    const door = await opened();
    await post(door, `/user/${randomUUID()}/track`, { title: 'Home', url: 'https://site/', datetime: 5, visit });
    expect(door.spool.batches).toMatchObject([{ fresh: true, events: [{ extra: { visit } }] }]);
  },
);

test('UNT’s odd visitors are tolerated, and told apart', async () => {
  const door = await opened();
  for (const uuid of ['null', 'abc', '%2e%2e%2fx']) {
    expect((await post(door, `/user/${uuid}/track`, { title: '', url: '', datetime: 5 })).status).toBe(200);
  }
  expect(new Set(door.spool.batches.map(({ visitor }) => visitor)).size).toBe(3);
  expect(door.spool.events().map(({ extra }) => extra)).toEqual([{ visitor: 'null' }, { visitor: 'abc' }, { visitor: '../x' }]);
});

test('UNT’s email is registered for the visitor', async () => {
  const door = await opened();
  const visitor = randomUUID();
  expect((await post(door, `/user/${visitor}/email`, { email: 'a@b.c' })).text).toBe('{"message": "success"}');
  expect(door.people).toEqual([{ visitor, email: 'a@b.c', flight: FLIGHT.flight }]);
});

test.each([
  ['track', {}, 'title', 'No JSON data received'],
  ['email', {}, 'email', 'No JSON data received'],
  ['track', { title: 'x', url: 'y' }, 'datetime', 'payloadMalformed'],
  ['track', { title: 'x', url: 'y', datetime: 'soon' }, 'datetime', 'payloadMalformed'],
  ['email', { email: 123 }, 'email', 'payloadMalformed'],
  ['email', { email: 'nobody' }, 'email', 'payloadMalformed'],
])('UNT %s with %o is refused at %s', async (call, body, field, error) => {
  const door = await opened();
  const answer = await post(door, `/user/${randomUUID()}/${call}`, body);
  expect([answer.status, answer.json]).toEqual([400, expect.objectContaining({ error, field })]);
});

test.each([
  ['from this machine', {}, 200],
  ['with an allowed origin', { origin: 'http://localhost:5173' }, 200],
  ['with a foreign origin', { origin: 'https://evil.example' }, 403],
  ['through a proxy', { 'x-forwarded-for': '127.0.0.1' }, 403],
  ['through a proxy that says so otherwise', { forwarded: 'for=127.0.0.1' }, 403],
])('a call without a token %s is answered with its status', async (_what, headers, status) => {
  const door = await opened();
  expect((await post(door, '/api/track', track(), headers)).status).toBe(status);
});

test('with a public address nothing is from this machine, unless the flight takes calls from anywhere', async () => {
  const closed = await opened({ publicUrl: 'https://sightline.example' });
  expect((await post(closed, '/api/track', track())).status).toBe(403);
  const open = await opened({ publicUrl: 'https://sightline.example' }, { ...FLIGHT, acceptsUnsigned: true });
  expect((await post(open, '/api/track', track(), { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
  expect((await post(open, '/api/track', track(), { origin: 'https://evil.example' })).status).toBe(403);
});

test('a switched-off flight takes nothing', async () => {
  const door = await opened({}, { ...FLIGHT, active: false });
  expect(await post(door, '/api/track', track())).toMatchObject({ status: 403, json: { error: 'flightPaused' } });
});

test('pages of allowed origins may read the answers, without credentials; others may not', async () => {
  const door = await opened();
  const allowed = await post(door, '/api/track', track(), { origin: 'http://localhost:5173' });
  expect(allowed.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
  expect(allowed.headers.get('vary')).toBe('origin');
  const refused = await post(door, '/api/track', track(), { origin: 'https://evil.example' });
  expect(refused.headers.get('access-control-allow-origin')).toBeNull();
});

test.each(['/api/track', '/api/record', `/user/${randomUUID()}/track`, '/user/null/email', '/v1/collect'])(
  'a preflight of %s is answered to allowed origins alone',
  async (path) => {
    const door = await opened();
    const ask = (origin: string) =>
      fetch(door.url + path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const allowed = await ask('https://study.example.org');
    expect(allowed.status).toBe(204);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-origin': 'https://study.example.org',
      'access-control-allow-headers': 'content-type',
      'access-control-allow-methods': 'POST',
    });
    const refused = await ask('https://evil.example');
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  },
);

const collected = (messages: unknown[], more: object = {}) => ({
  messageType: 'sightline-collect',
  handshake: {
    messageType: 'logui-handshake-request',
    sessionUUID: randomUUID(),
    clientTimestamp: Date.now(),
    clientVersion: '0.1.0',
    protocolVersion: 1,
    applicationIdentifier: TOKEN,
    applicationSpecificData: { condition: 'c2' },
    tab: '33333333-3333-4333-8333-333333333333',
    ...more,
  },
  messages,
});
const payload = (sequence: number, more: object = {}) => ({
  messageType: 'logui-event-payload',
  events: [{ timestamp: Date.now(), eventName: 'click', sequence }],
  ...more,
});

test.each(['text/plain', 'text/plain;charset=UTF-8', 'application/json'])(
  'native messages are collected as %s, and each is answered',
  async (type) => {
    const door = await opened();
    const batch = randomUUID();
    const change = {
      messageType: 'logui-application-specific-data-change',
      applicationSpecificDataChanges: { condition: 'c3' },
      saveEventsBefore: payload(1),
    };
    const bye = { messageType: 'logui-client-shutdown', clientShutdownTimestamp: Date.now(), saveEvents: payload(3) };
    const body = collected([payload(0, { batch }), change, payload(2), 'rubbish', bye]);
    const answer = await post(door, '/v1/collect', body, { 'content-type': type, origin: 'https://study.example.org' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://study.example.org');
    expect(answer.json.messages).toMatchObject([
      { messageType: 'logui-handshake-success' },
      { messageType: 'logui-events-saved', batch, stored: 1 },
      { messageType: 'logui-application-specific-data-saved' },
      { messageType: 'logui-events-saved' },
      { messageType: 'logui-bad-request' },
      { messageType: 'logui-events-saved' },
    ]);
    expect(door.spool.events().map(({ sequence, applicationSpecificData }) => [sequence, applicationSpecificData.condition])).toEqual([
      [0, 'c2'],
      [1, 'c2'],
      [2, 'c3'],
      [3, 'c3'],
    ]);
  },
);

test.each([
  ['a handshake without fields', { ...collected([]), handshake: {} }, 400, 'handshakeFailed'],
  ['an unknown token', collected([payload(0)], { applicationIdentifier: 'sl_no' }), 401, 'tokenInvalid'],
  ['no messages', { messageType: 'sightline-collect', handshake: {} }, 400, 'badRequest'],
  ['another message', {}, 400, 'badRequest'],
])('a collection with %s is refused', async (_what, body, status, error) => {
  const door = await opened();
  const answer = await post(door, '/v1/collect', body);
  expect([answer.status, answer.json]).toEqual([status, expect.objectContaining({ error, message: expect.any(String), retry: false })]);
});

test('a collection from a foreign origin is refused and not readable', async () => {
  const door = await opened();
  const answer = await post(door, '/v1/collect', collected([payload(0)]), { origin: 'https://evil.example' });
  expect(answer).toMatchObject({ status: 403, json: { error: 'originNotAllowed' } });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  expect(door.spool.batches).toEqual([]);
});

test('a collection that could not be stored says so by its status too', async () => {
  const door = await opened();
  door.spool.state.error = Object.assign(new Error('full'), { failure: 'storageFull' });
  const answer = await post(door, '/v1/collect', collected([payload(0)]));
  expect(answer.status).toBe(503);
  expect(answer.json.messages).toMatchObject([
    {},
    { messageType: 'logui-server-failure', failureDetails: { failureCode: 301, retry: true } },
  ]);
});

test('a rate limit answers 429 with the time to wait', async () => {
  const door = await opened({ limits: { ratePerAddress: 1 } });
  expect((await post(door, '/api/track', track())).status).toBe(200);
  const answer = await post(door, '/api/track', track());
  expect(answer).toMatchObject({ status: 429, json: { error: 'tooFast', retry: true } });
  expect(answer.headers.get('retry-after')).toBe('1');
});
