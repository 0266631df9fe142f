import type { BatchId, RecordingAsset, SessionId, TabId } from '@sightline/protocol';
import { expect, test, vi } from 'vitest';
import type { Batch } from '../outbox/batch.ts';
import type { Carriage } from '../outbox/carriage.ts';
import { steadyStore } from '../outbox/steady-store.ts';
import { createTail } from '../outbox/tail.ts';
import { createWaiting } from '../outbox/waiting.ts';
import { fakeStore, fakeTexts, fakeUuids } from '../tracker.fake.ts';
import { createDispatch, type DispatchDeps } from './dispatch.ts';

/** A dispatch over an outbox in memory, and what it tells. */
function dispatching() {
  const uuid = fakeUuids();
  const [tab, session] = [uuid<TabId>(), uuid<SessionId>()];
  const waiting = createWaiting({ wall: () => 5, clock: (sentAt) => ({ sentAt }) });
  const carriage: Carriage = {
    token: 'sl_test',
    store: steadyStore(Promise.resolve(fakeStore().store), () => undefined),
    tail: createTail(fakeTexts()),
    waiting,
    tab: () => tab,
    uuid: () => uuid<BatchId>(),
    ready: () => undefined,
    last: () => undefined,
  };
  const told: unknown[] = [];
  const [forget, snapshot] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const page = { session: fakeTexts(), wall: () => 5, watch: (work: Promise<unknown>) => void work, after: () => undefined };
  const dispatch = createDispatch({
    surface: { page, session: { id: () => session }, carriage } as unknown as DispatchDeps['surface'],
    packer: { gzip: async () => undefined },
    tell: (details) => told.push(details),
    forget,
    snapshot,
    stop: () => undefined,
    report: () => undefined,
  });
  return { dispatch, carriage, waiting, told, forget, snapshot };
}

const HASH = 'ab'.repeat(32);
const asset = (hash: string, characters: number): RecordingAsset => ({
  hash,
  contentType: 'image/png',
  url: 'https://a.example/"quoted".png',
  encoding: 'base64',
  data: 'x'.repeat(characters),
});
const batchOf = ({ waiting }: ReturnType<typeof dispatching>, hash: string): Batch => {
  const entry = [...waiting.entries.values()].find(({ batch }) => batch.events.includes(hash));
  if (!entry) throw new Error(`expected a batch of ${hash}`);
  return entry.batch;
};

test('a file that had to leave a full outbox is named, and sent again once there is room', async () => {
  const made = dispatching();
  const { dispatch, carriage, waiting, told, forget, snapshot } = made;
  await dispatch.assets.send(asset(HASH, 100));
  const other = 'cd'.repeat(32);
  await dispatch.assets.send(asset(other, 3_000_000));
  expect([dispatch.assets.has(HASH), dispatch.assets.has(other)]).toEqual([true, true]);

  const gone = batchOf(made, HASH);
  waiting.entries.delete(gone.id);
  carriage.lost?.(gone);
  expect(told).toEqual([{ reason: 'the outbox was full', assets: [HASH] }]);
  expect([dispatch.assets.has(HASH), dispatch.assets.has(other)]).toEqual([false, true]);

  dispatch.look();
  expect(forget).not.toHaveBeenCalled();
  waiting.entries.clear();
  dispatch.look();
  dispatch.look();
  expect([forget.mock.calls.length, snapshot.mock.calls.length]).toEqual([1, 1]);
});
