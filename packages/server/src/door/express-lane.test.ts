import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from './door.fake.ts';

let door: OpenDoor | undefined;
afterEach(() => door?.stop());

const event = (name: string) =>
  JSON.stringify({ session_id: 's', timestamp: '2026-11-21T10:00:00.123Z', type: name, url: 'http://a.example/', details: {} });

const request = (body: string, headers = 'Content-Type: application/json') =>
  `POST /api/track HTTP/1.1\r\nHost: a\r\n${headers}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** What the server answers to pieces of bytes that come one after the other, until so many answers are there. */
async function answered(port: number, pieces: string[], answers: number): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let heard = '';
  socket.on('data', (part) => (heard += part.toString()));
  const found = () => heard.split(/(?=HTTP\/1\.1 )/).filter((answer) => /\r\n\r\n.+$/s.test(answer));
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await expect.poll(() => found().length).toBe(answers);
  socket.destroy();
  return found().map((answer) => answer.slice(9, 12));
}

test.each([
  ['in one piece', [request(event('a'))]],
  ['in two pieces', [request(event('a')).slice(0, -20), request(event('a')).slice(-20)]],
  ['behind its head', [request(event('a')).split('\r\n\r\n')[0] + '\r\n\r\n', event('a')]],
  ['as another type', [request(event('a'), 'Content-Type: application/json;charset=utf-8')]],
  [
    'without a length',
    [`POST /api/track HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunked(event('a'))}`],
  ],
])('a body %s is taken', async (_how, pieces) => {
  door = await openDoor();
  expect(await answered(door.port, pieces, 1)).toEqual(['200']);
  expect(door.spool.events().map(({ name }) => name)).toEqual(['a']);
});

test('requests of one connection are answered one by one, good or bad, in whatever order they come', async () => {
  door = await openDoor();
  const bodies = [event('a'), '[]', event('b'), '{}', event('c')];
  expect(
    await answered(
      door.port,
      bodies.map((body) => request(body)),
      5,
    ),
  ).toEqual(['200', '400', '200', '400', '200']);
  expect(await answered(door.port, [bodies.map((body) => request(body)).join('')], 5)).toEqual(['200', '400', '200', '400', '200']);
  expect(door.spool.events().map(({ name }) => name)).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  expect(door.door.status()).toMatchObject({ events: 6, refusals: { payloadMalformed: 4 }, backlogBytes: 0 });
});

test('a request that its flight may send only so fast counts once', async () => {
  door = await openDoor({ now: () => 0, limits: { ratePerFlight: 2 } });
  expect(
    await answered(
      door.port,
      [event('a'), '{}', event('b')].map((body) => request(body)),
      3,
    ),
  ).toEqual(['200', '400', '429']);
});

test('a fault of ours is answered as one, and ends nothing', async () => {
  door = await openDoor({
    spool: {
      append() {
        throw new Error('a fault');
      },
    },
  });
  expect(await answered(door.port, [request(event('a')), request(event('b'))], 2)).toEqual(['500', '500']);
  expect(door.door.status()).toMatchObject({ events: 0, backlogBytes: 0 });
});

function chunked(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`;
}
