import { beforeEach, expect, test } from 'vitest';
import { fakeTime, fakeTransport } from '../tracker.fake.ts';
import { createLink } from './link.ts';

const welcome = { messageType: 'logui-handshake-success', sessionIdentifier: 'x' };
const refusal = (details: object) => ({
  messageType: 'logui-handshake-failure',
  failureDetails: { failureCode: 102, terminateConnection: true, ...details },
});

let time: ReturnType<typeof fakeTime>;
let socket: ReturnType<typeof fakeTransport>;
let http: ReturnType<typeof fakeTransport>;
let opened: number;
let stopped: string[];
let link: ReturnType<typeof createLink>;

beforeEach(() => {
  time = fakeTime();
  socket = fakeTransport('socket');
  http = fakeTransport('http');
  opened = 0;
  stopped = [];
  link = createLink({
    transports: [socket.transport, http.transport],
    handshake: () => 'hello',
    after: time.after,
    random: () => 1,
    opened: () => (opened += 1),
    received: () => undefined,
    stopped: (reason) => stopped.push(reason),
  });
});

test('it is open once the server has answered the handshake', () => {
  link.want();
  expect(socket.sent).toEqual(['hello']);
  expect(link.isOpen()).toBe(false);
  socket.answers(welcome);
  expect([link.isOpen(), opened]).toEqual([true, 1]);
});

test('a lost connection comes back by itself, after a pause', async () => {
  link.want();
  socket.answers(welcome);
  socket.breaks();
  await time.pass(999);
  expect(socket.connections()).toBe(1);
  await time.pass(1);
  expect(socket.connections()).toBe(2);
  socket.answers(welcome);
  expect(opened).toBe(2);
});

test('after two sockets that fail it tries HTTP, then both in turn, without end', async () => {
  link.want();
  for (let failure = 0; failure < 8; failure += 1) {
    socket.breaks();
    http.breaks();
    await time.pass(60_000);
  }
  expect(http.connections()).toBeGreaterThanOrEqual(3);
  expect(socket.connections()).toBeGreaterThanOrEqual(4);
});

test('a server that says nothing for ten seconds counts as lost', async () => {
  link.want();
  await time.pass(10_999);
  expect(socket.connections()).toBe(1);
  await time.pass(1);
  expect(socket.connections()).toBe(2);
});

test('a pause that the server asks for is kept', async () => {
  link.want();
  socket.answers(refusal({ failureCode: 108, retry: true, retryAfterMs: 30_000 }));
  await time.pass(30_000);
  expect(socket.connections()).toBe(1);
  await time.pass(500);
  expect(socket.connections()).toBe(2);
  expect(stopped).toEqual([]);
});

test('a refusal for good ends all attempts, and is told with its reason', async () => {
  link.want();
  socket.answers(refusal({ retry: false, reason: 'the token was revoked' }));
  expect(stopped).toEqual(['the token was revoked']);
  link.want(true);
  await time.pass(120_000);
  expect(socket.connections()).toBe(1);
});

test('wanting does not cut a pause short, unless it is urgent', () => {
  link.want();
  socket.breaks();
  link.want();
  expect(socket.connections()).toBe(1);
  link.want(true);
  expect(socket.connections()).toBe(2);
});

test('a page that was left stays closed until it is back', async () => {
  link.want();
  link.leave();
  link.want(true);
  await time.pass(60_000);
  expect(socket.connections()).toBe(1);
  link.comeBack();
  link.want();
  expect(socket.connections()).toBe(2);
});

test('a forbidden socket is a failure like any other', async () => {
  const forbidden = createLink({
    transports: [
      {
        name: 'socket',
        connect() {
          throw new Error('blocked by the page’s policy');
        },
      },
      http.transport,
    ],
    handshake: () => 'hello',
    after: time.after,
    random: () => 1,
    opened: () => (opened += 1),
    received: () => undefined,
    stopped: () => undefined,
  });
  forbidden.want();
  await time.pass(5_000);
  http.answers(welcome);
  expect(opened).toBe(1);
});
