import { beforeEach, expect, test } from 'vitest';
import type { Batch } from '../outbox/batch.ts';
import { createWaiting } from '../outbox/waiting.ts';
import { batchOf, fakeTime } from '../tracker.fake.ts';
import { createSender } from './sender.ts';

interface Payload {
  batch: string;
  tab: string;
  session: string;
  resent?: boolean;
  events: { sequence: number }[];
  clock: { sentAt: number; roundTripMs?: number };
}

let time: ReturnType<typeof fakeTime>;
let open: boolean;
let sent: Payload[];
let lost: (number | undefined)[];
let stopped: string[];
let saved: string[];
let refused: [string, string][];
let waiting: ReturnType<typeof createWaiting>;
let sender: ReturnType<typeof createSender>;

beforeEach(() => {
  time = fakeTime();
  open = true;
  sent = [];
  lost = [];
  stopped = [];
  saved = [];
  refused = [];
  waiting = createWaiting({ wall: time.wall, clock: (sentAt) => sender.clock(sentAt) });
  sender = createSender({
    link: {
      isOpen: () => open,
      want: () => undefined,
      send: (message) => sent.push(JSON.parse(message)),
      lose: (ms) => lost.push(ms),
      refuse: (reason) => stopped.push(reason),
    },
    waiting,
    wall: time.wall,
    after: time.after,
    saved(id) {
      const batch = waiting.settle(id);
      if (batch) saved.push(id);
      return batch;
    },
    refused: ({ id }, reason) => refused.push([id, reason]),
  });
});

const add = (batches: Batch[], resent: boolean) => {
  waiting.add(batches, { resent, kept: true });
  sender.pump();
};
const unsaved = () => [...waiting.entries.values()];

const acknowledge = (batch: string, more = {}) => sender.received({ messageType: 'logui-events-saved', batch, ...more } as never);
const fail = (details: object, messageType = 'logui-bad-request') =>
  sender.received({ messageType, failureDetails: { failureCode: 200, terminateConnection: false, ...details } } as never);

test('a batch is sent once, whole, and forgotten when the server has it', () => {
  add([batchOf('t', 0, 3)], false);
  expect(sent).toMatchObject([
    { batch: 'batch-t-0', tab: 't', session: 'session', events: [{ sequence: 0 }, { sequence: 1 }, { sequence: 2 }] },
  ]);
  expect(sent[0]?.resent).toBeUndefined();
  acknowledge('batch-t-0');
  expect(saved).toEqual(['batch-t-0']);
  expect(unsaved()).toEqual([]);
});

test('what was not acknowledged is sent again on the next connection, and says so', () => {
  add([batchOf('t', 0, 1), batchOf('t', 1, 2)], false);
  acknowledge('batch-t-0');
  sender.opened();
  expect(sent.map(({ batch, resent }) => [batch, resent])).toEqual([
    ['batch-t-0', undefined],
    ['batch-t-1', undefined],
    ['batch-t-1', true],
  ]);
});

test('what was found in an outbox is marked from the first time on', () => {
  add([batchOf('t', 0, 1)], true);
  expect(sent[0]?.resent).toBe(true);
});

test('at most eight batches are on their way', () => {
  add(
    Array.from({ length: 20 }, (_, at) => batchOf('t', at, at + 1)),
    false,
  );
  expect(sent).toHaveLength(8);
  acknowledge('batch-t-0');
  acknowledge('batch-t-5');
  expect(sent.map(({ events }) => events[0]?.sequence)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('nothing is sent before it is kept', () => {
  const [entry] = waiting.add([batchOf('t', 0, 1)], { resent: false, kept: false });
  sender.pump();
  expect(sent).toEqual([]);
  if (entry) entry.kept = true;
  sender.pump();
  expect(sent).toHaveLength(1);
});

test('nothing is sent while there is no connection, and everything in order once there is', () => {
  open = false;
  add([batchOf('t', 0, 1)], false);
  add([batchOf('t', 1, 2)], false);
  expect(sent).toEqual([]);
  open = true;
  sender.opened();
  expect(sent.map(({ batch }) => batch)).toEqual(['batch-t-0', 'batch-t-1']);
});

test('a connection that acknowledges nothing for twenty seconds is given up', async () => {
  add([batchOf('t', 0, 1)], false);
  await time.pass(19_999);
  expect(lost).toEqual([]);
  await time.pass(1);
  expect(lost).toEqual([undefined]);
});

test('an acknowledgement twice, or of something unknown, is nothing', () => {
  add([batchOf('t', 0, 1)], false);
  acknowledge('batch-t-0');
  acknowledge('batch-t-0');
  acknowledge('who');
  expect(saved).toEqual(['batch-t-0']);
});

test('a batch that the server will never take is told, and does not hold up the next', () => {
  add([batchOf('t', 0, 1), batchOf('t', 1, 2)], false);
  fail({ batch: 'batch-t-0', retry: false, reason: 'payload malformed' });
  acknowledge('batch-t-1');
  expect(refused).toEqual([['batch-t-0', 'payload malformed']]);
  expect(saved).toEqual(['batch-t-0', 'batch-t-1']);
});

test.each([
  ['too fast', { failureCode: 205, batch: 'batch-t-0', retry: true, retryAfterMs: 5_000 }, 5_000],
  ['a full disk', { failureCode: 301, retry: true, retryAfterMs: 60_000 }, 60_000],
  ['a failure of nobody knows which batch', { failureCode: 200, retry: false }, undefined],
  ['a server that fails', { failureCode: 300, terminateConnection: true, retry: true }, undefined],
])('%s keeps the batch for later', (_, details, pauseMs) => {
  add([batchOf('t', 0, 1)], false);
  fail(details, 'logui-server-failure');
  expect(lost).toEqual([pauseMs]);
  expect(unsaved()).toHaveLength(1);
  expect(refused).toEqual([]);
});

test('a flight that was switched off stops the link and keeps the batch', () => {
  add([batchOf('t', 0, 1)], false);
  fail({ failureCode: 206, terminateConnection: true, retry: false, reason: 'switched off' });
  expect(stopped).toEqual(['switched off']);
  expect(unsaved()).toHaveLength(1);
});

test('as the page goes, what was never sent comes first, within the budget', () => {
  open = false;
  add([batchOf('old', 0, 3)], true);
  add([batchOf('new', 0, 3), batchOf('big', 0, 3, { events: 'x'.repeat(5_000) })], false);
  const taken = waiting.last(1_000).map((text): Payload => JSON.parse(text));
  expect(taken.map(({ tab, resent }) => [tab, resent])).toEqual([
    ['new', undefined],
    ['old', true],
  ]);
  expect(unsaved()).toHaveLength(3);
});

test('an alert of the server’s end is acknowledged; the batches stay', () => {
  add([batchOf('t', 0, 1)], false);
  sender.received({ messageType: 'logui-server-shutdown-alert' });
  expect(sent[1]).toEqual({
    messageType: 'logui-server-shutdown-acknowledge',
    clientShutdownTimestamp: time.wall(),
    saveEvents: { messageType: 'logui-event-payload', events: [] },
  });
  expect(unsaved()).toHaveLength(1);
});

test('the shortest recent round trip goes with the next batch', async () => {
  add([batchOf('t', 0, 1)], false);
  await time.pass(40);
  acknowledge('batch-t-0', { receivedAt: 100, serverTime: 110 });
  add([batchOf('t', 1, 2)], false);
  expect(sent[1]?.clock).toEqual({ sentAt: time.wall(), roundTripMs: 30 });
});

test.each<[sizes: number[], count: number]>([
  [[400_000, 10], 1],
  [[100_000, 100_000, 100_000, 10], 3],
  [[10, 10, 10], 3],
])('of batches of %j characters, %i are on their way at once', (sizes, count) => {
  add(
    sizes.map((size, index) => batchOf('one', index, index + 1, { events: `{"x":"${'y'.repeat(size - 8)}"}` })),
    false,
  );
  expect(sent).toHaveLength(count);
});

test.each([
  [20_000, 0],
  [29_000, 0],
  [30_000, 1],
])('a connection that carries 100,000 characters is given up after ten seconds more: after %i ms %i times', async (ms, count) => {
  add([batchOf('one', 0, 1, { events: `{"x":"${'y'.repeat(100_000)}"}` })], false);
  await time.pass(ms);
  expect(lost).toHaveLength(count);
});
