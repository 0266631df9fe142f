import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { LIMITS } from '@sightline/protocol';
import { openDoor, TOKEN, type OpenDoor } from './door.fake.ts';

const AT = 1_795_299_769_000;
const doors: OpenDoor[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.stop()));
});

/** A door with a client that was greeted, and a way to send it recordings. */
const opened = async () => {
  const door = await openDoor();
  doors.push(door);
  const client = await door.socket();
  client.send({
    messageType: 'logui-handshake-request',
    sessionUUID: null,
    clientTimestamp: AT,
    clientVersion: '1.0.0',
    protocolVersion: 1,
    applicationIdentifier: TOKEN,
    applicationSpecificData: {},
    tab: randomUUID(),
  });
  expect(await client.next()).toMatchObject({ messageType: 'logui-handshake-success' });
  const send = async (more: object): Promise<Record<string, unknown> | undefined> => {
    client.send({ messageType: 'logui-event-payload', events: [], ...more });
    return client.next();
  };
  return { door, send };
};

const zipped = (value: unknown) => gzipSync(JSON.stringify(value)).toString('base64');
const chunk = (sequence: number, more: object = {}) => ({
  sequence,
  at: AT + sequence,
  until: AT + sequence,
  count: 1,
  snapshot: sequence === 0,
  encoding: 'gzip',
  data: zipped([{ type: 3, data: {}, timestamp: AT + sequence }]),
  ...more,
});
const styles = Buffer.from('a { color: red }');
const asset = (more: object = {}) => ({
  hash: createHash('sha256').update(styles).digest('hex'),
  contentType: 'text/css; charset=utf-8',
  url: 'https://a.example/a.css',
  encoding: 'base64',
  data: styles.toString('base64'),
  ...more,
});
const stored = (door: OpenDoor) => door.spool.batches.flatMap(({ recordings }) => recordings.map(({ sequence }) => sequence));

test('chunks and assets go to the spool as they were compressed', async () => {
  const { door, send } = await opened();
  expect(await send({ recordings: [chunk(0)], assets: [asset()] })).toMatchObject({ messageType: 'logui-events-saved', stored: 0 });
  expect(door.spool.batches).toMatchObject([
    {
      events: [],
      recordings: [{ sequence: 0, at: AT, until: AT, offsetMs: 0, count: 1, snapshot: true, encoding: 'gzip', events: chunk(0).data }],
      assets: [asset()],
    },
  ]);
});

test('a chunk stands on the clock that its batch’s events stand on', async () => {
  const { door, send } = await opened();
  const sentAt = Date.now() - 60_000;
  await send({ recordings: [chunk(0)], events: [{ timestamp: AT, eventName: 'click', sequence: 0 }], clock: { sentAt, roundTripMs: 2 } });
  const [batch] = door.spool.batches;
  const [recording] = batch?.recordings ?? [];
  expect(recording?.offsetMs).toBeGreaterThan(59_000);
  expect(batch?.events[0]?.at).toBe(AT + (recording?.offsetMs ?? 0));
});

test('a chunk that comes again is acknowledged and not stored twice, whatever the events are numbered', async () => {
  const { door, send } = await opened();
  await send({ recordings: [chunk(0), chunk(1)], events: [{ timestamp: AT, eventName: 'click', sequence: 0 }] });
  expect(await send({ recordings: [chunk(1), chunk(2)], resent: true })).toMatchObject({ messageType: 'logui-events-saved' });
  expect(stored(door)).toEqual([0, 1, 2]);
  expect(door.door.status()).toMatchObject({ recordings: 3, duplicates: 1 });
});

test.each([
  ['what is no chunk', 7, 'the chunk must be an object, got 7'],
  ['a chunk without its number', chunk(0, { sequence: undefined }), 'sequence is missing'],
  ['times in the wrong order', chunk(1, { at: 5, until: 4 }), 'in this order, got 5 and 4'],
  ['text where base64 is due', chunk(1, { data: 'H4sI, not at all base64 text' }), 'data must be base64, got "H4sI, not'],
  ['base64 of something else', chunk(1, { data: Buffer.alloc(60).toString('base64') }), 'data must be gzip as base64'],
  ['JSON that is no array', chunk(1, { encoding: 'json', data: '{}' }), 'data must be the JSON array of its rrweb events, got "{}"'],
  [
    'a gzip that says it is too large',
    chunk(1, { data: saysLength(LIMITS.chunkInflatedBytes + 1) }),
    `got ${LIMITS.chunkInflatedBytes + 1}`,
  ],
])('%s is kept aside with its reason, and costs nothing else', async (_, bad, reason) => {
  const { door, send } = await opened();
  expect(await send({ recordings: [bad, chunk(3)] })).toMatchObject({
    messageType: 'logui-events-saved',
    refused: [{ of: 'recordings', index: 0, reason: expect.stringContaining(reason) }],
  });
  expect(door.spool.batches).toMatchObject([{ recordings: [{ sequence: 3 }], refused: [{ kind: 'recording' }] }]);
});

test('the largest gzip there may be is taken', async () => {
  const { door, send } = await opened();
  await send({ recordings: [chunk(0, { data: saysLength(LIMITS.chunkInflatedBytes) })] });
  expect(stored(door)).toEqual([0]);
});

test.each([
  ['of another kind', asset({ contentType: 'text/html' }), 'contentType must be of a style sheet, a font or an image, got "text/html"'],
  ['whose name is not of its bytes', asset({ hash: '0'.repeat(64) }), 'hash must be the SHA-256 of the bytes'],
  ['that is no gzip', asset({ encoding: 'gzip' }), 'data must be gzip'],
])('an asset %s is kept aside', async (_, bad, reason) => {
  const { door, send } = await opened();
  expect(await send({ recordings: [chunk(0)], assets: [bad] })).toMatchObject({
    refused: [{ of: 'assets', index: 0, reason: expect.stringContaining(reason) }],
  });
  expect(door.spool.batches).toMatchObject([{ recordings: [{ sequence: 0 }], refused: [{ kind: 'asset' }] }]);
});

test('a gzip bomb of an asset is refused before it goes off', async () => {
  const { send } = await opened();
  const bomb = gzipSync(Buffer.alloc(LIMITS.assetBytes + 1)).toString('base64');
  expect(await send({ recordings: [chunk(0)], assets: [asset({ encoding: 'gzip', data: bomb })] })).toMatchObject({
    refused: [{ reason: expect.stringContaining(`gzip of at most ${LIMITS.assetBytes} bytes`) }],
  });
});

function saysLength(bytes: number): string {
  const whole = gzipSync('x'.repeat(100));
  whole.writeUInt32LE(bytes, whole.length - 4);
  return whole.toString('base64');
}
