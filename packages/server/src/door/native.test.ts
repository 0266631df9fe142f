import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { FLIGHT, moment, openDoor, TOKEN, type OpenDoor } from './door.fake.ts';

const doors: OpenDoor[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.stop()));
});
const opened = async (...args: Parameters<typeof openDoor>) => {
  const door = await openDoor({ ...args[0], limits: { farewellMs: 100, ...args[0]?.limits } }, args[1]);
  doors.push(door);
  return door;
};

const handshake = (more: object = {}) => ({
  messageType: 'logui-handshake-request',
  sessionUUID: null,
  clientTimestamp: '641143800',
  clientVersion: '0.4.0',
  applicationIdentifier: TOKEN,
  applicationSpecificData: { userID: 'exp-user-26', condition: 'c2', askedForHelp: true },
  ...more,
});
const payload = (events: unknown[], more: object = {}) => ({ messageType: 'logui-event-payload', events, ...more });
const event = (more: object = {}) => ({ timestamp: '1795299769', eventName: 'click', ...more });
const greeted = async (door: OpenDoor, more: object = {}) => {
  const client = await door.socket();
  client.send(handshake(more));
  expect(await client.next()).toMatchObject({ messageType: 'logui-handshake-success' });
  return client;
};
const failure = (messageType: string, failureCode: number, terminateConnection: boolean) =>
  expect.objectContaining({ messageType, failureDetails: expect.objectContaining({ failureCode, terminateConnection }) });

test('a plain PROTOCOL.md client gets answers in its words alone, and is numbered by the server', async () => {
  const door = await opened();
  const client = await door.socket('/ws/endpoint');
  client.send(handshake());
  const success = await client.next();
  expect(success).toEqual({ messageType: 'logui-handshake-success', sessionIdentifier: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  client.send(payload([event(), event({ xpath: '/html' })]));
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  client.send(payload([]));
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  client.send(payload([event()]));
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  const [first] = door.spool.batches;
  expect(first).toMatchObject({ flight: FLIGHT.flight, session: success?.sessionIdentifier, dialect: 'native', fresh: true });
  expect(door.spool.events().map(({ sequence, name, details, at }) => ({ sequence, name, details, at }))).toEqual([
    { sequence: 0, name: 'click', details: {}, at: 1_795_299_769_000 },
    { sequence: 1, name: 'click', details: { xpath: '/html' }, at: 1_795_299_769_000 },
    { sequence: 2, name: 'click', details: {}, at: 1_795_299_769_000 },
  ]);
  expect(door.spool.events()[0]?.applicationSpecificData).toEqual({ userID: 'exp-user-26', condition: 'c2', askedForHelp: true });
});

test('a session the client made up is gone on with', async () => {
  const door = await opened();
  const client = await door.socket();
  const sessionUUID = randomUUID();
  client.send(handshake({ sessionUUID, protocolVersion: 1 }));
  expect(await client.next()).toMatchObject({ sessionIdentifier: sessionUUID, newSession: false, maxBatchEvents: 2_000 });
});

test.each([
  ['no JSON', 'rubbish', 100],
  ['another message', payload([]), 100],
  ['a missing session', { ...handshake(), sessionUUID: undefined }, 101],
  ['a session that is no UUID', handshake({ sessionUUID: '../../etc' }), 101],
  ['missing data', { ...handshake(), applicationSpecificData: undefined }, 101],
  ['a time that is none', handshake({ clientTimestamp: 'soon' }), 101],
  ['too much data', handshake({ applicationSpecificData: { text: 'x'.repeat(40_000) } }), 101],
  ['an unknown token', handshake({ applicationIdentifier: 'sl_other' }), 102],
  ['a version from the future', handshake({ protocolVersion: 99 }), 105],
  ['a LogUI that does not exist', handshake({ clientVersion: '7.0.0' }), 105],
  ['a foreign origin', handshake({ pageOrigin: 'https://evil.example' }), 106],
])('a handshake with %s is refused, and the connection closed', async (_what, message, code) => {
  const door = await opened();
  const client = await door.socket();
  client.send(message);
  expect(await client.next()).toEqual(failure('logui-handshake-failure', code, true));
  expect(await client.closed()).toBeGreaterThanOrEqual(1_008);
});

test.each([
  [{ active: false }, 107],
  [{ expectedClientVersion: '0.4.1' }, 104],
])('the flight %o refuses with %i', async (change, code) => {
  const door = await opened({}, { ...FLIGHT, ...change });
  const client = await door.socket();
  client.send(handshake());
  expect(await client.next()).toEqual(failure('logui-handshake-failure', code, true));
});

test('the Origin header decides, not what the page says', async () => {
  const door = await opened();
  const client = await door.socket('/ws/endpoint/', { origin: 'https://evil.example' });
  client.send(handshake({ pageOrigin: 'https://study.example.org' }));
  expect(await client.next()).toEqual(failure('logui-handshake-failure', 106, true));
});

test('a client that says nothing is told so and cut off', async () => {
  const door = await opened({ limits: { handshakeWithinMs: 50 } });
  const client = await door.socket();
  expect(await client.next()).toEqual(failure('logui-handshake-failure', 109, true));
  expect(await client.closed()).toBe(1_006);
});

test('an acknowledgement waits for the disk, and answers come in order however the disk answers', async () => {
  const door = await opened();
  const client = await greeted(door, { tab: randomUUID(), protocolVersion: 1 });
  door.spool.state.isSlow = true;
  const batches = [randomUUID(), randomUUID()];
  client.send(payload([event({ sequence: 0 })], { batch: batches[0] }));
  client.send(payload([event({ sequence: 1 })], { batch: batches[1] }));
  await moment();
  expect(door.spool.waiting).toHaveLength(2);
  door.spool.waiting[1]?.resolve();
  await moment();
  expect(client.heard).toEqual([]);
  door.spool.waiting[0]?.resolve();
  expect(await client.next()).toMatchObject({ messageType: 'logui-events-saved', batch: batches[0], stored: 1 });
  expect(await client.next()).toMatchObject({ messageType: 'logui-events-saved', batch: batches[1] });
});

test.each([
  ['SpoolFull', 'storageFull', 301, false],
  ['SpoolFailed', 'serverFailed', 300, true],
])('%s is answered with a failure that says to try again', async (name, named, code, terminate) => {
  const door = await opened();
  const client = await greeted(door);
  const batch = randomUUID();
  door.spool.state.error = Object.assign(new Error(name), { failure: named });
  client.send(payload([event()], { batch }));
  expect(await client.next()).toEqual({
    messageType: 'logui-server-failure',
    failureDetails: expect.objectContaining({ failureCode: code, retry: true, terminateConnection: terminate, batch }),
  });
});

test('one bad event does not cost its batch', async () => {
  const door = await opened();
  const client = await greeted(door);
  client.send(payload([event(), event({ timestamp: 'soon' }), 7, { timestamp: 1 }, event({ at: 'soon' }), event()]));
  const answer = await client.next();
  expect(answer).toMatchObject({ messageType: 'logui-events-saved' });
  expect(answer?.refused).toEqual([
    { index: 1, reason: expect.stringMatching(/^event 1: timestamp must be .*, got "soon"$/) },
    { index: 2, reason: 'event 2: the event must be an object, got 7' },
    { index: 3, reason: 'event 3: eventName is missing' },
    { index: 4, reason: 'event 4: at must be a number, got "soon"' },
  ]);
  expect(door.spool.events()).toHaveLength(2);
  expect(door.spool.refused().map(({ body }) => body)).toEqual([
    '{"timestamp":"soon","eventName":"click"}',
    '7',
    '{"timestamp":1}',
    '{"timestamp":"1795299769","eventName":"click","at":"soon"}',
  ]);
});

test('a batch without any good event is answered with 202, and kept aside', async () => {
  const door = await opened();
  const client = await greeted(door);
  client.send(payload([{ eventName: 'click' }]));
  expect(await client.next()).toEqual(failure('logui-bad-request', 202, false));
  expect(door.spool.refused()).toHaveLength(1);
});

test.each([
  ['no JSON', '{', 200],
  ['an unknown message', { messageType: 'logui-hello' }, 200],
  ['a second handshake', handshake(), 200],
  ['a payload without events', { messageType: 'logui-event-payload' }, 201],
  ['a payload with too many', payload(Array.from({ length: 2_001 }, () => event())), 201],
  ['a batch that is no UUID', payload([event()], { batch: '1' }), 201],
  ['a change without events', { messageType: 'logui-application-specific-data-change', applicationSpecificDataChanges: {} }, 203],
  [
    'a change that is no object',
    { messageType: 'logui-application-specific-data-change', applicationSpecificDataChanges: 3, saveEventsBefore: payload([]) },
    203,
  ],
  ['a shutdown without events', { messageType: 'logui-client-shutdown', clientShutdownTimestamp: '641143800' }, 200],
])('%s is a bad request, and the connection goes on', async (_what, message, code) => {
  const door = await opened();
  const client = await greeted(door);
  client.send(message);
  expect(await client.next()).toEqual(failure('logui-bad-request', code, false));
  client.send(payload([event()]));
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
});

test('the fifth bad request closes the connection without an answer', async () => {
  const door = await opened();
  const client = await greeted(door);
  for (let count = 0; count < 5; count += 1) client.send('{');
  for (let count = 0; count < 4; count += 1) expect(await client.next()).toEqual(failure('logui-bad-request', 200, false));
  expect(await client.next()).toBeUndefined();
  expect(await client.closed()).toBe(1_008);
});

test('events before a change keep the old data, and null deletes a field', async () => {
  const door = await opened();
  const client = await greeted(door);
  client.send({
    messageType: 'logui-application-specific-data-change',
    applicationSpecificDataChanges: { condition: 'c3', bonus: true, askedForHelp: null, unknown: null },
    saveEventsBefore: payload([event()]),
  });
  client.send(payload([event()]));
  expect(await client.next()).toEqual({ messageType: 'logui-application-specific-data-saved' });
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  expect(door.spool.events().map(({ applicationSpecificData }) => applicationSpecificData)).toEqual([
    { userID: 'exp-user-26', condition: 'c2', askedForHelp: true },
    { userID: 'exp-user-26', condition: 'c3', bonus: true },
  ]);
});

test('a change whose events could not be stored changes nothing', async () => {
  const door = await opened();
  const client = await greeted(door);
  door.spool.state.error = Object.assign(new Error('full'), { failure: 'storageFull' });
  client.send({
    messageType: 'logui-application-specific-data-change',
    applicationSpecificDataChanges: { condition: 'c3' },
    saveEventsBefore: payload([event()]),
  });
  expect(await client.next()).toEqual(failure('logui-server-failure', 301, false));
  door.spool.state.error = undefined;
  client.send(payload([event()]));
  await client.next();
  expect(door.spool.events()[0]?.applicationSpecificData.condition).toBe('c2');
});

test('a client that shuts down is closed once its events are on disk', async () => {
  const door = await opened();
  const client = await greeted(door);
  client.send({ messageType: 'logui-client-shutdown', clientShutdownTimestamp: '641143800', saveEvents: payload([event()]) });
  expect(await client.next()).toBeUndefined();
  expect(await client.closed()).toBe(1_000);
  expect(door.spool.events()).toHaveLength(1);
});

test('a server that goes asks for the last events, saves them, says so, and closes', async () => {
  const door = await openDoor({ limits: { farewellMs: 5_000 } });
  const client = await greeted(door);
  const silent = await door.socket();
  const gone = door.stop();
  expect(await client.next()).toEqual({ messageType: 'logui-server-shutdown-alert' });
  client.send({ messageType: 'logui-server-shutdown-acknowledge', clientShutdownTimestamp: '641143800', saveEvents: payload([event()]) });
  expect(await client.next()).toEqual({ messageType: 'logui-server-shutdown-saved' });
  expect(await client.closed()).toBe(1_001);
  expect(await silent.closed()).toBe(1_006);
  await gone;
  expect(door.spool.events()).toHaveLength(1);
});

test('switching the flight off stops running sockets; nothing sent after it is stored', async () => {
  const door = await opened();
  const client = await greeted(door);
  door.flights.change({ ...FLIGHT, active: false });
  client.send(payload([event()]));
  expect(await client.next()).toEqual(failure('logui-bad-request', 206, true));
  await client.closed();
  expect(door.spool.events()).toEqual([]);
});

test('a revoked token stops its sockets within a second of sending, though nobody was told', async () => {
  let now = Date.now();
  const door = await opened({ now: () => now });
  const client = await greeted(door);
  door.flights.revoke();
  client.send(payload([event()]));
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  now += 1_000;
  client.send(payload([event()]));
  expect(await client.next()).toEqual(failure('logui-bad-request', 206, true));
  await client.closed();
  expect(door.spool.events()).toHaveLength(1);
});

test('a client that sends its handshake a byte at a time is cut off', async () => {
  const door = await opened({ limits: { handshakeWithinMs: 100 } });
  const client = await door.socket();
  const raw = Reflect.get(client.socket, '_socket') as Socket;
  raw.write(Buffer.from([0x81, 0xfe, 0x01, 0x00, 0, 0, 0, 0]));
  const drip = setInterval(() => raw.writable && raw.write('{'), 10);
  expect(await client.next()).toEqual(failure('logui-handshake-failure', 109, true));
  expect(await client.closed()).toBe(1_006);
  clearInterval(drip);
});

test('a client that reads no answers is cut off before they fill the memory', async () => {
  const door = await opened({ limits: { unreadBytes: 10_000 } });
  const client = await greeted(door);
  client.socket.pause();
  const bad = payload([event(), ...Array.from({ length: 1_000 }, () => 7)]);
  for (let count = 0; count < 200; count += 1) client.send(bad);
  await expect.poll(() => door.door.status().sockets.native, { timeout: 10_000 }).toBe(0);
});

test('one busy socket does not starve another', async () => {
  const door = await opened();
  const [busy, calm] = [await greeted(door), await greeted(door)];
  const large = payload(Array.from({ length: 1_000 }, () => event()));
  for (let count = 0; count < 100; count += 1) busy.send(large);
  calm.send(payload([event()]));
  await calm.next();
  expect(door.spool.batches.length).toBeLessThan(100);
});

test('what is sent again is acknowledged and not written again, but only once the original is on disk', async () => {
  const door = await opened();
  const tab = randomUUID();
  const sessionUUID = randomUUID();
  const client = await greeted(door, { tab, sessionUUID });
  door.spool.state.isSlow = true;
  client.send(payload([event({ sequence: 0 }), event({ sequence: 1 })]));
  await moment();
  const again = await greeted(door, { tab, sessionUUID });
  again.send(payload([event({ sequence: 1 })], { resent: true }));
  await moment();
  expect(again.heard).toEqual([]);
  door.spool.waiting[0]?.resolve();
  expect(await again.next()).toEqual({ messageType: 'logui-events-saved' });
  expect(door.spool.events()).toHaveLength(2);
  expect(door.door.status().duplicates).toBe(1);
});

test('if the original fails, so does its duplicate, and a third try is stored, no longer as fresh', async () => {
  const door = await opened();
  const tab = randomUUID();
  const client = await greeted(door, { tab });
  door.spool.state.isSlow = true;
  client.send(payload([event({ sequence: 0 })]));
  client.send(payload([event({ sequence: 0 })], { resent: true }));
  await moment();
  door.spool.waiting[0]?.reject(Object.assign(new Error('full'), { failure: 'storageFull' }));
  expect(await client.next()).toEqual(failure('logui-server-failure', 301, false));
  expect(await client.next()).toEqual(failure('logui-server-failure', 301, false));
  door.spool.state.isSlow = false;
  client.send(payload([event({ sequence: 0 })]));
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  expect(door.spool.batches).toMatchObject([{ fresh: false, events: [{ sequence: 0 }] }]);
});

test('a page view’s address is remembered for its events, on whatever connection they come', async () => {
  const door = await opened();
  const [tab, pageView] = [randomUUID(), randomUUID()];
  const client = await greeted(door, { tab });
  client.send(
    payload([event({ sequence: 0, eventName: 'pageView', pageView, url: 'https://a.example/x' }), event({ sequence: 1, pageView })]),
  );
  await client.next();
  const other = await greeted(door, { tab });
  other.send(payload([event({ sequence: 2, pageView })]));
  await other.next();
  expect(door.spool.events().map(({ url }) => url)).toEqual(Array.from({ length: 3 }, () => 'https://a.example/x'));
});

test('time is corrected by an offset that is larger than its uncertainty', async () => {
  let now = 1_000_000_000_000;
  const door = await opened({ now: () => now });
  const client = await greeted(door);
  now += 3_600_000;
  client.send(payload([event({ timestamp: 1_000_000_000_000 })], { clock: { sentAt: 1_000_000_000_000, roundTripMs: 20 } }));
  await client.next();
  expect(door.spool.batches[0]).toMatchObject({
    offsetMs: 3_599_990,
    offsetErrorMs: 11,
    events: [{ wallAt: 1_000_000_000_000, at: 1_000_003_599_990 }],
  });
});

const isGood = (item: unknown) => item === 'good';

test('bad events never cost good ones, whatever they are', async () => {
  const door = await opened();
  const client = await greeted(door);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.constant('good' as const), fc.jsonValue({ maxDepth: 6 })), { maxLength: 30 }), async (items) => {
      door.spool.batches.length = 0;
      client.send(payload([event(), ...items.map((item) => (isGood(item) ? event() : item))]));
      const answer = await client.next();
      expect(answer?.messageType).toBe('logui-events-saved');
      expect(door.spool.events().length + door.spool.refused().length).toBe(items.length + 1);
      expect(door.spool.events().length).toBeGreaterThanOrEqual(1 + items.filter(isGood).length);
    }),
    { numRuns: 60 },
  );
});

test('rubbish does no harm: binary frames, deep nesting, half characters, huge messages', async () => {
  const door = await opened();
  const client = await greeted(door);
  client.socket.send(Buffer.from([1, 2, 3]));
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  client.send(
    `{"messageType":"logui-event-payload","events":[{"timestamp":1,"eventName":"a","details":{"d":${deep}}},{"timestamp":1,"eventName":"\\ud800b"}]}`,
  );
  expect(await client.next()).toMatchObject({
    messageType: 'logui-events-saved',
    refused: [{ index: 0, reason: expect.stringContaining('nest at most 32') }],
  });
  expect(door.spool.events()[0]?.name).toBe('\uFFFDb');
  client.send(payload([event({ details: { text: 'x'.repeat(300_000) } }), event()]));
  expect(await client.next()).toMatchObject({ refused: [{ index: 0, reason: expect.stringContaining('at most 262144') }] });
  client.send('x'.repeat(9 * 1024 * 1024));
  expect(await client.next()).toEqual(failure('logui-bad-request', 204, false));
  client.send(payload([event()]));
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  client.send('x'.repeat(17 * 1024 * 1024));
  expect(await client.next()).toEqual(failure('logui-bad-request', 204, false));
  expect(await client.closed()).toBe(1_009);
});

test('too many connections from one address are turned away so that they try again', async () => {
  const door = await opened({ limits: { connectionsPerAddress: 1 } });
  const first = await door.socket();
  await expect(door.socket()).rejects.toThrow('429');
  first.end();
  await moment();
  const third = await door.socket();
  expect(third.socket.readyState).toBe(third.socket.OPEN);
});

test('a rate limit makes a socket wait, and loses nothing', async () => {
  const door = await opened({ limits: { ratePerAddress: 50 } });
  const client = await greeted(door);
  for (let count = 0; count < 60; count += 1) client.send(payload([event()]));
  for (let count = 0; count < 60; count += 1) expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  expect(door.spool.events()).toHaveLength(60);
  expect(door.door.status().paced).toBeGreaterThan(0);
});

test('who the page says its visitor is becomes known before the batch is acknowledged, however often it comes', async () => {
  const door = await opened();
  const tab = randomUUID();
  const visitor = randomUUID();
  const client = await greeted(door, { tab, visitor });
  const identified = event({ sequence: 0, eventType: 'statusEvent', eventName: 'identified', details: { person: 'p-17' } });
  client.send(payload([identified]));
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  expect(door.people).toMatchObject([{ visitor, email: 'p-17' }]);
  client.send(
    payload([identified, event({ sequence: 1, eventType: 'statusEvent', eventName: 'identified', details: { person: ' ' } })], {
      resent: true,
    }),
  );
  expect(await client.next()).toEqual({ messageType: 'logui-events-saved' });
  expect(door.people.map(({ email }) => email)).toEqual(['p-17', 'p-17']);
});
