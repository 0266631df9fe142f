import type { BatchId, SessionId, TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import type { Batch } from '../outbox/batch.ts';
import { steadyStore } from '../outbox/steady-store.ts';
import { createTail } from '../outbox/tail.ts';
import { createWaiting } from '../outbox/waiting.ts';
import { fakeStore, fakeTexts, fakeUuids, settled } from '../tracker.fake.ts';
import { createCarrier, type Lost } from './carrier.ts';
import type { Sealed } from './chunks.ts';

function carrying(gzip: (text: string) => Promise<string | undefined> = async (text) => `H4sI${text.length}`) {
  const uuid = fakeUuids();
  const database = fakeStore();
  const tail = createTail(fakeTexts());
  const waiting = createWaiting({ wall: () => 5, clock: (sentAt) => ({ sentAt }) });
  const lane = { tab: uuid<TabId>(), session: uuid<SessionId>(), next: 3 };
  const lost: [string, Lost[]][] = [];
  const last: string[] = [];
  const carrier = createCarrier({
    carriage: {
      token: 'sl_test',
      store: steadyStore(Promise.resolve(database.store), () => undefined),
      tail,
      waiting,
      tab: () => lane.tab,
      uuid: () => uuid<BatchId>(),
      ready: () => undefined,
      last: (payload) => last.push(payload),
    },
    packer: { gzip },
    wall: () => 5,
    watch: (work) => void work,
    lost: (reason, chunks) => lost.push([reason, chunks]),
  });
  const messages = () => [...waiting.entries.values()].map((entry) => JSON.parse(waiting.payload(entry)) as Record<string, unknown>);
  return { carrier, lane, database, tail, waiting, lost, last, messages };
}

const chunk = (size = 400): Sealed => ({ at: 1, until: 2, count: 1, snapshot: false, text: JSON.stringify(['x'.repeat(size)]) });
const kept = ({ kept: batches }: ReturnType<typeof fakeStore>): Batch[] =>
  [...batches.values()].sort((one, other) => one.first - other.first);

test('a chunk is numbered, kept behind all events, and only then sent; one that needs no packing does not overtake another', async () => {
  const { carrier, lane, database, waiting, messages } = carrying();
  carrier.chunk(lane, chunk());
  carrier.chunk(lane, chunk(10));
  expect(waiting.entries.size).toBe(0);
  await settled();
  expect(lane.next).toBe(5);
  expect(kept(database).map(({ first, next, events }) => [first > 2 ** 32, next, events])).toEqual([
    [true, 0, ''],
    [true, 0, ''],
  ]);
  expect(messages()).toMatchObject([
    { events: [], recordings: [{ sequence: 3, encoding: 'gzip', data: 'H4sI404' }] },
    { events: [], recordings: [{ sequence: 4, encoding: 'json', data: chunk(10).text }] },
  ]);
});

test('where the browser cannot compress, the chunk travels as it is', async () => {
  const { carrier, lane, messages } = carrying(async () => undefined);
  carrier.chunk(lane, chunk());
  await settled();
  expect(messages()).toMatchObject([{ recordings: [{ encoding: 'json', data: chunk().text }] }]);
});

test('a chunk that nobody would take is named', async () => {
  const { carrier, lane, lost, waiting } = carrying(async () => 'x'.repeat(6_000_001));
  carrier.chunk(lane, chunk());
  await settled();
  expect(lost).toEqual([['too large to be sent', [{ sequence: 3, at: 1, until: 2, count: 1, snapshot: false }]]]);
  expect(waiting.entries.size).toBe(0);
});

test('as the page goes, what is not packed yet is put down as it is, and the packed one does not come a second time', async () => {
  const { carrier, lane, tail, last, messages } = carrying();
  carrier.chunk(lane, chunk());
  carrier.leave();
  expect(tail.of(lane.tab)).toHaveLength(1);
  expect(last).toHaveLength(1);
  await settled();
  expect(messages()).toMatchObject([{ recordings: [{ sequence: 3, encoding: 'json' }] }]);
});

test('what does not fit beside the page’s own storage is named as the page goes, though the database may still manage', async () => {
  const { carrier, lane, lost, tail, database } = carrying();
  carrier.chunk(lane, chunk(900_000));
  carrier.chunk(lane, chunk(200_000));
  carrier.leave();
  expect(tail.of(lane.tab)).toHaveLength(1);
  expect(lost).toMatchObject([['the page was left before it was safe', [{ sequence: 4 }]]]);
  await settled();
  expect(kept(database).map(({ recording }) => recording?.sequence)).toContain(4);
});
