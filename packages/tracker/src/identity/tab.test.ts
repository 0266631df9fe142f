import { expect, test } from 'vitest';
import type { SessionId } from '@sightline/protocol';
import { batchOf, fakeLocks, fakeStore, fakeTexts, fakeUuids } from '../tracker.fake.ts';
import { createTab } from './tab.ts';

const uuid = fakeUuids();
const SESSION = uuid<SessionId>();

test('a document hands its tab and the next number to the following one', async () => {
  const deps = { session: fakeTexts(), locks: fakeLocks(), framed: false, uuid };
  const { store } = fakeStore();
  const first = createTab(deps);
  const state = await first.settle(store, SESSION);
  first.leave({ ...state, next: 17, epoch: 2 });
  expect(await createTab(deps).settle(store, SESSION)).toEqual({ ...state, next: 17, epoch: 2 });
});

test('a copy of a living tab’s storage finds no id in it', async () => {
  const original = new Map<string, string>();
  const locks = fakeLocks();
  const { store } = fakeStore();
  const one = await createTab({ session: fakeTexts(original), locks, framed: false, uuid }).settle(store, SESSION);
  const two = await createTab({ session: fakeTexts(new Map(original)), locks, framed: false, uuid }).settle(store, SESSION);
  expect(two.id).not.toBe(one.id);
});

test('a record that two documents were given goes to the one that comes first', async () => {
  const record = new Map([['sightline-tab', JSON.stringify({ id: uuid(), session: SESSION, next: 4, epoch: 0 })]]);
  const locks = fakeLocks();
  const { store } = fakeStore();
  const one = await createTab({ session: fakeTexts(new Map(record)), locks, framed: false, uuid }).settle(store, SESSION);
  const two = await createTab({ session: fakeTexts(new Map(record)), locks, framed: false, uuid }).settle(store, SESSION);
  expect(one.next).toBe(4);
  expect(two).toMatchObject({ next: 0 });
  expect(two.id).not.toBe(one.id);
});

test('a stale record, brought back by a restored browser, does not use a number again', async () => {
  const { store } = fakeStore();
  const id = uuid();
  await store.keep([batchOf(id, 0, 50)]);
  const session = fakeTexts(new Map([['sightline-tab', JSON.stringify({ id, session: SESSION, next: 4, epoch: 0 })]]));
  expect(await createTab({ session, locks: fakeLocks(), framed: false, uuid }).settle(store, SESSION)).toMatchObject({ id, next: 50 });
});

test('another session numbers anew, under another id', async () => {
  const session = fakeTexts();
  const deps = { session, locks: fakeLocks(), framed: false, uuid };
  const { store } = fakeStore();
  const first = createTab(deps);
  const state = await first.settle(store, SESSION);
  first.leave({ ...state, next: 9 });
  const next = await createTab(deps).settle(store, uuid<SessionId>());
  expect(next).toMatchObject({ next: 0 });
  expect(next.id).not.toBe(state.id);
});

test('a frame leaves its tab’s record alone', async () => {
  const record = JSON.stringify({ id: uuid(), session: SESSION, next: 4, epoch: 0 });
  const texts = new Map([['sightline-tab', record]]);
  const framed = createTab({ session: fakeTexts(texts), locks: fakeLocks(), framed: true, uuid });
  const state = await framed.settle(fakeStore().store, SESSION);
  framed.leave(state);
  expect(texts.get('sightline-tab')).toBe(record);
});
