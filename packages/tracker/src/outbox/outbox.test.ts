import type { TabId } from '@sightline/protocol';
import { beforeEach, expect, test } from 'vitest';
import { createSession } from '../identity/session.ts';
import { createTab } from '../identity/tab.ts';
import { batchOf, fakeLocks, fakeStore, fakeTexts, fakeTime, fakeUuids, settled } from '../tracker.fake.ts';
import { createAdoption } from '../delivery/adoption.ts';
import { createRoom } from '../delivery/room.ts';
import { saved } from '../delivery/saved.ts';
import { lifeSigns } from '../presence/life-signs.ts';
import type { Batch } from './batch.ts';
import { createOutbox } from './outbox.ts';
import { steadyStore } from './steady-store.ts';
import { createTail, TAIL_PREFIX } from './tail.ts';
import { createWaiting } from './waiting.ts';

type Browser = ReturnType<typeof browser>;

/** What all tabs of one browser share. */
function browser() {
  return { local: new Map<string, string>(), locks: fakeLocks(), database: fakeStore(), time: fakeTime(), uuid: fakeUuids() };
}

/** A document in a tab of the browser; `storage` is the tab's. */
function openDocument({ local, locks, database, time, uuid }: Browser, storage = new Map<string, string>()) {
  const sent: { batch: Batch; resent: boolean }[] = [];
  const drops: unknown[] = [];
  const lost: string[] = [];
  const errors: unknown[] = [];
  let renewals = 0;
  const tail = createTail(fakeTexts(local));
  const store = steadyStore(Promise.resolve(database.store), (reason) => lost.push(reason));
  const watch = (work: Promise<unknown>) => void work.catch((error) => errors.push(error));
  const session = createSession({ local: fakeTexts(local), uuid, wall: time.wall });
  const waiting = createWaiting({ wall: time.wall, clock: (sentAt) => ({ sentAt }) });
  const ready = () => {
    for (const entry of waiting.entries.values()) {
      if (!entry.kept || entry.sentAt !== undefined) continue;
      sent.push({ batch: entry.batch, resent: entry.resent });
      waiting.payload(entry);
    }
  };
  const { wall } = time;
  const token = 'sl_test';
  const expired: Batch[][] = [];
  const adoption = createAdoption({
    store,
    left: database.left,
    tail,
    tailed: () => [...local.keys()].flatMap((key) => (key.startsWith(TAIL_PREFIX) ? [key.slice(TAIL_PREFIX.length) as TabId] : [])),
    waiting,
    locks,
    token,
    uuid,
    wall,
    ready,
    expired: (batches) => expired.push(batches),
  });
  const room = createRoom({
    waiting,
    store,
    wall,
    watch,
    changed: ({ dropped = 0, from = 0, to = 0, missing }) => void drops.push(missing ?? [dropped, from, to]),
    lost: (_batch, reason) => lost.push(reason),
  });
  const outbox = createOutbox({
    store,
    tail,
    waiting,
    tab: createTab({ session: fakeTexts(storage), locks, framed: false, uuid }),
    session,
    locks,
    token,
    uuid,
    wall,
    after: time.after,
    watch,
    settled: (tab) => watch(adoption.own(tab)),
    ready,
    renewed: () => (renewals += 1),
    hasRoom: room.has,
  });
  const save = saved({ waiting, store, tail, watch });
  return {
    putDown: lifeSigns({ page: { wall, watch }, session, outbox, store, options: { token } }),
    outbox: {
      ...outbox,
      /** With what the tab's earlier documents left taken up. */
      async settle() {
        await outbox.settle();
        await settled();
      },
    },
    expired,
    adopt: async () => {
      const tab = outbox.alive()?.id;
      if (tab) await adoption.orphans(tab);
    },
    sent,
    drops,
    lost,
    errors,
    storage,
    renewals: () => renewals,
    happens(name: string, size = 0) {
      outbox.before();
      outbox.keep({ fields: `"eventName":"${name}","size":"${'x'.repeat(size)}"`, epoch: 0 });
    },
    /** The server acknowledges everything that was sent. */
    acknowledge() {
      for (const { batch } of sent) save(batch.id);
    },
    numbers: () => sent.flatMap(({ batch }) => (JSON.parse(`[${batch.events}]`) as { sequence: number }[]).map(({ sequence }) => sequence)),
  };
}

let shared: Browser;
beforeEach(() => {
  shared = browser();
});

test('events are numbered without gaps, in one batch for a while, and sent only once they are kept', async () => {
  const page = openDocument(shared);
  await page.outbox.settle();
  let write: () => void = settled;
  shared.database.mood.slow = new Promise((resolve) => {
    write = resolve;
  });
  page.happens('one');
  page.happens('two');
  await shared.time.pass(500);
  expect(page.sent).toEqual([]);
  write();
  await settled();
  expect(page.numbers()).toEqual([0, 1]);
  expect(page.sent).toHaveLength(1);
  expect(shared.database.kept.size).toBe(1);
  page.acknowledge();
  await settled();
  expect(shared.database.kept.size).toBe(0);
});

test('what happens before the tab is known waits for it', async () => {
  const page = openDocument(shared);
  page.happens('early');
  await shared.time.pass(1_000);
  expect(page.sent).toEqual([]);
  await page.outbox.settle();
  await settled();
  expect(page.numbers()).toEqual([0]);
});

test('the next document of the tab goes on counting, and sends what the last one left', async () => {
  const first = openDocument(shared);
  await first.outbox.settle();
  first.happens('one');
  await shared.time.pass(500);
  first.happens('last click');
  first.outbox.leave();
  await settled();
  const second = openDocument(shared, first.storage);
  await second.outbox.settle();
  second.happens('two');
  await shared.time.pass(500);
  expect(second.numbers()).toEqual([0, 1, 2]);
  expect(second.sent.map(({ resent }) => resent)).toEqual([true, true, false]);
  expect(new Set(second.sent.map(({ batch }) => batch.tab)).size).toBe(1);
});

test('a last click survives even when the database does not finish', async () => {
  const first = openDocument(shared);
  await first.outbox.settle();
  shared.database.mood.slow = new Promise(() => undefined);
  first.happens('last click');
  first.outbox.leave();
  shared.database.mood.slow = undefined;
  const second = openDocument(shared, first.storage);
  await second.outbox.settle();
  expect(second.numbers()).toEqual([0]);
  expect(second.sent[0]?.resent).toBe(true);
  second.acknowledge();
  await settled();
  const third = openDocument(shared, new Map());
  await third.outbox.settle();
  await third.adopt();
  expect(third.sent).toEqual([]);
});

test('a page that goes before it knew its tab keeps its events under an id of their own', async () => {
  const first = openDocument(shared);
  const settling = first.outbox.settle();
  first.happens('fast');
  first.outbox.leave();
  await settling;
  const second = openDocument(shared, first.storage);
  await second.outbox.settle();
  expect(second.numbers()).toEqual([0]);
});

test('an event after the page was left is kept as well', async () => {
  const first = openDocument(shared);
  await first.outbox.settle();
  first.outbox.leave();
  first.happens('in an unload handler');
  const second = openDocument(shared, first.storage);
  await second.outbox.settle();
  await settled();
  expect(second.numbers()).toEqual([0]);
  second.happens('next');
  await shared.time.pass(500);
  expect(second.numbers()).toEqual([0, 1]);
});

test('a living tab’s outbox is left alone; a dead one’s is adopted, and only by one', async () => {
  const living = openDocument(shared);
  await living.outbox.settle();
  living.happens('mine');
  await shared.time.pass(500);
  const two = openDocument(shared);
  await two.outbox.settle();
  await two.adopt();
  expect(two.sent).toEqual([]);

  living.outbox.leave();
  const three = openDocument(shared);
  await three.outbox.settle();
  void two.adopt();
  await settled();
  await three.adopt();
  expect(two.numbers()).toEqual([0]);
  expect(two.sent[0]).toMatchObject({ resent: true, batch: { tab: living.sent[0]?.batch.tab } });
  expect(three.sent).toEqual([]);
});

test('another session, after a long pause, takes another tab id and counts from 0', async () => {
  const page = openDocument(shared);
  await page.outbox.settle();
  page.happens('before');
  await shared.time.pass(31 * 60_000);
  page.happens('after');
  await shared.time.pass(500);
  expect(page.renewals()).toBe(1);
  expect(page.numbers()).toEqual([0, 0]);
  expect(new Set(page.sent.map(({ batch }) => batch.tab)).size).toBe(2);
  expect(new Set(page.sent.map(({ batch }) => batch.session)).size).toBe(2);
});

test('without a working database it goes on in memory, says so once, and still survives a navigation by the tail', async () => {
  const page = openDocument(shared);
  await page.outbox.settle();
  shared.database.mood.broken = true;
  page.happens('one');
  await shared.time.pass(500);
  page.happens('two');
  await shared.time.pass(500);
  expect(page.numbers()).toEqual([0, 1]);
  expect(page.lost).toEqual(['Error: QuotaExceededError']);
  page.outbox.leave();
  const next = openDocument(shared, page.storage);
  await next.outbox.settle();
  expect(next.numbers()).toEqual([0, 1]);
});

test('a full outbox leaves events out without using their numbers, and tells how many and when', async () => {
  const page = openDocument(shared);
  await page.outbox.settle();
  for (let event = 0; event < 8; event += 1) page.happens('big', 1_000_000);
  page.happens('left out');
  page.happens('left out');
  expect(page.drops).toEqual([]);
  await shared.time.pass(500);
  page.acknowledge();
  page.happens('room again');
  expect(page.drops).toEqual([[2, expect.any(Number), expect.any(Number)]]);
  await shared.time.pass(500);
  expect(page.numbers()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('many events at once become batches that a keepalive request can take', async () => {
  const page = openDocument(shared);
  await page.outbox.settle();
  for (let event = 0; event < 600; event += 1) page.happens('click', 100);
  await shared.time.pass(500);
  expect(page.numbers()).toEqual(Array.from({ length: 600 }, (_, sequence) => sequence));
  for (const { batch } of page.sent) expect(batch.events.length).toBeLessThan(29_000);
});

test('what a dead tab had put down is told for it, in its name and numbers, and once', async () => {
  const common = browser();
  const dying = openDocument(common);
  await dying.outbox.settle();
  dying.outbox.keep({ fields: '"eventName":"click"', epoch: 0 });
  await common.time.pass(500);
  dying.putDown([{ fields: '"eventName":"presence","early":1', epoch: 0 }]);
  dying.putDown([{ fields: '"eventName":"presence"', epoch: 0 }]);
  await settled();
  common.locks = fakeLocks();
  const next = openDocument(common);
  await next.outbox.settle();
  void next.adopt();
  await settled();
  const told = next.sent.filter(({ batch }) => batch.events.includes('presence'));
  expect(told).toMatchObject([{ resent: true, batch: { tab: dying.sent[0]?.batch.tab, first: 1, next: 2 } }]);
  expect(told[0]?.batch.events).toBe('{"sequence":1,"epoch":0,"eventName":"presence"}');
  expect(common.database.signs.size).toBe(0);
});

test('at the limit the oldest cursor positions that were never sent give way, and their numbers are told', async () => {
  const page = openDocument(shared);
  await page.outbox.settle();
  shared.database.mood.slow = new Promise(() => undefined);
  page.happens('cursorTracking', 4_000_000);
  page.happens('click', 1_000);
  page.happens('cursorTracking', 1_000);
  await shared.time.pass(500);
  page.happens('big', 5_000_000);
  await shared.time.pass(500);
  page.happens('fits again');
  expect(page.drops).toEqual([[{ from: 0, to: 0 }]]);
});

test('what was recorded under another token waits for it two weeks, then it is forgotten and told', async () => {
  const page = openDocument(shared);
  await page.outbox.settle();
  const old = batchOf('other', 0, 3, { token: 'sl_ended', madeAt: shared.time.wall() });
  await shared.database.store.keep([old]);
  await page.adopt();
  expect(page.expired).toEqual([]);
  shared.time.setWall(15 * 24 * 3_600_000);
  await page.adopt();
  expect(page.expired).toEqual([[old]]);
  expect(shared.database.kept.size).toBe(0);
  expect(page.sent).toEqual([]);
});
