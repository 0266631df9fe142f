import { createHash, createHmac, randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { FLIGHT, moment, openDoor, TOKEN, type OpenDoor } from './door.fake.ts';

const doors: OpenDoor[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.stop()));
});
const opened = async (...args: Parameters<typeof openDoor>) => {
  const door = await openDoor(...args);
  doors.push(door);
  return door;
};

const START = '2026-11-21T22:06:49.188Z';
const frame = (type: string, payload: unknown) => ({ sender: 'logUIClient', type, payload });
const handshake = (more: object = {}) =>
  frame('handshake', {
    clientVersion: '0.5.4a',
    authorisationToken: TOKEN,
    pageOrigin: 'https://study.example.org',
    userAgent: 'Mozilla/5.0 (X11)',
    clientTimestamp: START,
    ...more,
  });
const item = (more: object = {}) => ({
  eventType: 'interactionEvent',
  eventDetails: { type: 'click', name: 'RESULT_CLICK' },
  sessionID: null,
  timestamps: { eventTimestamp: '2026-11-21T22:06:49.533Z', sinceSessionStartMillis: 345, sinceLogUILoadMillis: 345 },
  applicationSpecificData: { userID: 7 },
  metadata: [{ name: 'rank', value: '3' }],
  ...more,
});
const events = (items: unknown[]) => frame('logEvents', { length: items.length, items });
interface Success {
  sender: string;
  type: string;
  payload: { sessionID: string; clientStartTimestamp: string; newSessionCreated: boolean };
}
const greeted = async (door: OpenDoor, more: object = {}) => {
  const client = await door.socket();
  client.send(handshake(more));
  return { client, success: (await client.next()) as unknown as Success };
};

test('a new session is answered in ISO time, and a lost connection goes on with it', async () => {
  const door = await opened();
  const { client, success } = await greeted(door);
  expect(success).toEqual({
    sender: 'logUIServer',
    type: 'handshakeSuccess',
    payload: { sessionID: expect.stringMatching(/^[0-9a-f-]{36}$/), clientStartTimestamp: START, newSessionCreated: true },
  });
  client.end();
  const again = await greeted(door, {
    sessionID: success.payload.sessionID,
    clientTimestamp: '2026-11-21T23:00:00.000Z',
    userAgent: 'another',
  });
  expect(again.success.payload).toEqual({ ...success.payload, newSessionCreated: false });
});

test('a session the memory has lost is looked up in the store', async () => {
  const door = await opened({ sessions: { clientStart: async () => Date.parse(START) } });
  const sessionID = randomUUID();
  const { success } = await greeted(door, { sessionID, clientTimestamp: '2026-11-21T23:00:00.000Z' });
  expect(success.payload).toEqual({ sessionID, clientStartTimestamp: START, newSessionCreated: false });
});

test.each([
  ['unknown', randomUUID()],
  ['no UUID', '../../etc/passwd'],
  ['null', null],
  ['a number', 7],
])('a stale session (%s) is replaced by a new one', async (_what, sessionID) => {
  const door = await opened();
  const { success } = await greeted(door, { sessionID });
  expect(success.payload.newSessionCreated).toBe(true);
  expect(success.payload.sessionID).not.toBe(sessionID);
});

test.each([
  ['4001', 'a wrong sender', { ...handshake(), sender: 'somebody' }, 4_001],
  ['4001', 'an unknown type', frame('hello', {}), 4_001],
  ['4001', 'events first', events([item()]), 4_001],
  ['4001', 'no JSON', '[]', 4_001],
  ['4002', 'no token', handshake({ authorisationToken: undefined }), 4_002],
  ['4002', 'a token that is a number', handshake({ authorisationToken: 7 }), 4_002],
  ['4002', 'no time', handshake({ clientTimestamp: undefined }), 4_002],
  ['4002', 'a time that is none', handshake({ clientTimestamp: 'soon' }), 4_002],
  ['4002', 'no user agent', handshake({ userAgent: undefined }), 4_002],
  ['4002', 'no payload', { sender: 'logUIClient', type: 'handshake' }, 4_002],
  ['4003', 'another version', handshake({ clientVersion: '0.6.0' }), 4_003],
  ['4004', 'another token', handshake({ authorisationToken: 'sl_other' }), 4_004],
  ['4005', 'another origin', handshake({ pageOrigin: 'https://evil.example' }), 4_005],
])('close code %s for %s', async (_code, _what, message, code) => {
  const door = await opened();
  const client = await door.socket();
  client.send(message);
  expect(await client.closed()).toBe(code);
});

test('a paused flight closes with 4007, also the sockets that run', async () => {
  const door = await opened();
  const { client } = await greeted(door);
  door.flights.change({ ...FLIGHT, active: false });
  expect(await client.closed()).toBe(4_007);
  const late = await door.socket();
  late.send(handshake());
  expect(await late.closed()).toBe(4_007);
});

test.each(['0.5.0', '0.5.1'])('client %s names the token authenticationToken', async (clientVersion) => {
  const door = await opened();
  const { success } = await greeted(door, { clientVersion, authorisationToken: undefined, authenticationToken: TOKEN });
  expect(success.type).toBe('handshakeSuccess');
});

test('tokens of an old LogUI server are honoured with its secret, and not without or with another', async () => {
  const payload = Buffer.from(
    JSON.stringify({ type: 'logUI-authorisation-object', applicationID: FLIGHT.application, flightID: FLIGHT.flight }),
  ).toString('base64url');
  const key = createHash('sha256').update('django.core.signingsignerold secret').digest();
  const authorisationToken = `${payload}:1kXyZa:${createHmac('sha256', key).update(`${payload}:1kXyZa`).digest('base64url')}`;
  const honoured = await greeted(await opened({ loguiSecret: 'old secret' }), { authorisationToken });
  expect(honoured.success.type).toBe('handshakeSuccess');
  for (const deps of [{}, { loguiSecret: 'new secret' }]) {
    const client = await (await opened(deps)).socket();
    client.send(handshake({ authorisationToken }));
    expect(await client.closed()).toBe(4_004);
  }
});

test('events sent before the reply are kept, and absurd times corrected beside what was sent', async () => {
  const door = await opened();
  const client = await door.socket();
  const early = item({
    timestamps: { eventTimestamp: '2026-11-21T22:06:49.533Z', sinceSessionStartMillis: 1.79e12, sinceLogUILoadMillis: 1.79e12 },
  });
  client.send(handshake());
  client.send(events([early]));
  const success = (await client.next()) as unknown as Success;
  await moment();
  expect(door.spool.batches).toMatchObject([{ session: success.payload.sessionID, dialect: 'logui', agent: 'Mozilla/5.0 (X11)' }]);
  expect(door.spool.events()[0]?.extra).toEqual({
    sessionID: null,
    timestamps: { sinceSessionStartMillis: 1.79e12, sinceLogUILoadMillis: 1.79e12 },
    corrected: { sinceSessionStartMillis: 345, sinceLogUILoadMillis: 345 },
  });
});

test('every kind of event is stored value for value', async () => {
  const door = await opened();
  const { client, success } = await greeted(door);
  const { sessionID } = success.payload;
  client.send(
    events([
      item({ sessionID }),
      item({ sessionID, eventType: 'statusEvent', eventDetails: { type: 'started', 'a.b': 1, $c: 2 }, metadata: undefined }),
      item({ sessionID, eventType: 'customEvent', eventDetails: { name: 'MODAL_SHOW', id: 3 }, metadata: undefined }),
      item({ sessionID, eventType: 'customEvent', eventDetails: { id: 4 }, metadata: undefined, novel: true }),
      item({ sessionID, eventType: 'browserEvent', eventDetails: { type: 'viewportFocusChange', hasFocus: false }, metadata: [] }),
      item({
        sessionID: 'another',
        timestamps: { eventTimestamp: '2026-11-21 22:06:49.5+00:00', sinceSessionStartMillis: null, sinceLogUILoadMillis: null },
      }),
    ]),
  );
  await moment();
  expect(door.spool.refused()).toEqual([]);
  const since = { sinceSessionStartMillis: 345, sinceLogUILoadMillis: 345 };
  expect(door.spool.events().map(({ type, name, details, metadata, extra }) => ({ type, name, details, metadata, extra }))).toEqual([
    {
      type: 'interactionEvent',
      name: 'click',
      details: { type: 'click', name: 'RESULT_CLICK' },
      metadata: [{ name: 'rank', value: '3' }],
      extra: { timestamps: since },
    },
    { type: 'statusEvent', name: 'started', details: { type: 'started', 'a.b': 1, $c: 2 }, metadata: [], extra: { timestamps: since } },
    { type: 'customEvent', name: 'MODAL_SHOW', details: { name: 'MODAL_SHOW', id: 3 }, metadata: [], extra: { timestamps: since } },
    { type: 'customEvent', name: 'customEvent', details: { id: 4 }, metadata: [], extra: { timestamps: since, novel: true } },
    {
      type: 'browserEvent',
      name: 'viewportFocusChange',
      details: { type: 'viewportFocusChange', hasFocus: false },
      metadata: [],
      extra: { timestamps: since, metadata: [] },
    },
    {
      type: 'interactionEvent',
      name: 'click',
      details: { type: 'click', name: 'RESULT_CLICK' },
      metadata: [{ name: 'rank', value: '3' }],
      extra: {
        sessionID: 'another',
        timestamps: { eventTimestamp: '2026-11-21 22:06:49.5+00:00', sinceSessionStartMillis: null, sinceLogUILoadMillis: null },
      },
    },
  ]);
  expect(door.spool.batches.every(({ session }) => session === sessionID)).toBe(true);
});

test('bad items and frames are kept aside; the connection and the good ones stay', async () => {
  const door = await opened();
  const { client } = await greeted(door);
  client.send(
    events([
      item(),
      7,
      item({ eventType: 'hello' }),
      item({ timestamps: { eventTimestamp: 'soon' } }),
      item({ eventDetails: 'text' }),
      item(),
    ]),
  );
  client.send('no JSON at all');
  client.send(frame('closedown', {}));
  client.send(frame('logEvents', {}));
  client.socket.send(Buffer.from('video'));
  client.send(events([item()]));
  await moment();
  expect(door.spool.events()).toHaveLength(3);
  expect(door.spool.refused().map(({ reason }) => reason)).toEqual([
    'item 1: the event must be an object, got 7',
    'item 2: eventType must be "statusEvent" or "browserEvent" or "interactionEvent" or "customEvent", got "hello"',
    'item 3: timestamps.eventTimestamp must be ISO 8601, got "soon"',
    'item 4: eventDetails must be an object, got "text"',
    'a frame must be logEvents of logUIClient, got no JSON',
    'a frame must be logEvents of logUIClient, got "closedown"',
    'payload.items must be an array',
  ]);
  expect(client.socket.readyState).toBe(client.socket.OPEN);
});

test('two sockets may use one session at once, and every event is numbered once', async () => {
  const door = await opened();
  const { client, success } = await greeted(door);
  const popup = await greeted(door, { sessionID: success.payload.sessionID });
  client.send(events([item(), item()]));
  popup.client.send(events([item(), item()]));
  await moment();
  expect(
    new Set(door.spool.batches.flatMap(({ session, tab, events: rows }) => rows.map(({ sequence }) => `${session} ${tab} ${sequence}`)))
      .size,
  ).toBe(4);
});

test('a second handshake on an open connection is answered with the same session', async () => {
  const door = await opened();
  const { client, success } = await greeted(door);
  client.send(handshake());
  expect(await client.next()).toEqual(success);
});

test('a restart drops the socket without a close frame, with everything that came on disk', async () => {
  const door = await openDoor();
  const { client } = await greeted(door);
  door.spool.state.isSlow = true;
  client.send(events([item()]));
  await moment();
  const gone = door.stop();
  await moment();
  door.spool.waiting[0]?.resolve();
  await gone;
  expect(await client.closed()).toBe(1_006);
  expect(door.spool.events()).toHaveLength(1);
});

test('while the spool refuses, events are held, as the client has forgotten them', async () => {
  const door = await opened();
  const { client } = await greeted(door);
  door.spool.state.error = Object.assign(new Error('full'), { failure: 'storageFull' });
  client.send(events([item()]));
  await moment();
  expect(client.socket.readyState).toBe(client.socket.OPEN);
  door.spool.state.error = undefined;
  await moment(600);
  expect(door.spool.events()).toHaveLength(1);
});

test('held too long, the events are counted as lost, loudly, and the socket dropped so that the client keeps its next ones', async () => {
  const door = await opened({ limits: { holdMs: 0 } });
  const { client } = await greeted(door);
  door.spool.state.error = Object.assign(new Error('full'), { failure: 'storageFull' });
  client.send(events([item(), item()]));
  expect(await client.closed()).toBe(1_006);
  expect(door.door.status().lost).toBe(2);
  expect(door.said.map(({ message }) => message)).toContain('events of a LogUI client, which cannot send them again, were given up');
});

test('a frame of several megabytes is taken; one far too large drops the socket without a close frame', async () => {
  const door = await opened();
  const { client } = await greeted(door);
  const large = item({ metadata: [{ name: 'html', value: 'x'.repeat(200_000) }] });
  client.send(events(Array.from({ length: 30 }, () => large)));
  await moment(300);
  expect(door.spool.events()).toHaveLength(30);
  client.send('x'.repeat(17 * 1024 * 1024));
  expect(await client.closed()).toBe(1_006);
});

test('the client’s last events are stored although it closes at once', async () => {
  const door = await opened();
  const client = await door.socket();
  client.send(handshake());
  client.send(events([item(), item({ eventType: 'statusEvent', eventDetails: { type: 'stopped' } })]));
  client.socket.close();
  await client.closed();
  await moment();
  expect(door.spool.events()).toHaveLength(2);
});
