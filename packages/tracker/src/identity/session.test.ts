import type { TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { fakeTexts, fakeTime, fakeUuids } from '../tracker.fake.ts';
import { SESSION_LIMITS, createSession, goesOn } from './session.ts';

const MINUTE = 60_000;
const record = (activeAt: number, leftAt?: number, startedAt = 0) => ({ startedAt, activeAt, leftAt });

test.each([
  ['active a moment ago', record(0), 1, false, true],
  ['30 minutes idle', record(0), 30 * MINUTE, true, true],
  ['a millisecond more', record(0), 30 * MINUTE + 1, true, false],
  ['left 5 minutes ago', record(0, 0), 5 * MINUTE, false, true],
  ['left a millisecond longer ago', record(0, 0), 5 * MINUTE + 1, false, false],
  ['left longer ago, but another tab is open', record(0, 0), 5 * MINUTE + 1, true, true],
])('a session that was %s', (_, given, now, tabOpen, expected) => {
  expect(goesOn(given, { now, tabOpen, limits: SESSION_LIMITS })).toBe(expected);
});

test.each([
  ['the last sign of life is 5 minutes old', 20 * MINUTE, 25 * MINUTE, true],
  ['it is a millisecond older', 20 * MINUTE, 25 * MINUTE + 1, false],
])('after a kill the session goes on where %s', (_, aliveAt, now, expected) => {
  expect(goesOn(record(0), { now, tabOpen: false, aliveAt, limits: SESSION_LIMITS })).toBe(expected);
});

test.each([
  [24 * 60 * MINUTE, true],
  [24 * 60 * MINUTE + 1, false],
])('a session of %d ms, active a moment ago, goes on: %s', (now, expected) => {
  expect(goesOn(record(now), { now, tabOpen: true, limits: SESSION_LIMITS })).toBe(expected);
});

test('where nobody can know whether a tab is open, only leaving starts the time to resume', () => {
  const asked = { now: 20 * MINUTE, tabOpen: undefined, limits: SESSION_LIMITS };
  expect(goesOn(record(0), asked)).toBe(true);
  expect(goesOn(record(0, 1), asked)).toBe(false);
});

test('two tabs share the session, and it lasts as long as one of them is active', async () => {
  const time = fakeTime();
  const deps = { local: fakeTexts(), uuid: fakeUuids(), wall: time.wall };
  const one = createSession(deps);
  one.join(false);
  const two = createSession(deps);
  two.join(true);
  expect(two.id()).toBe(one.id());
  one.leave();
  await time.pass(20 * MINUTE);
  expect(two.touch()).toBe(false);
  await time.pass(20 * MINUTE);
  expect(two.touch()).toBe(false);
  await time.pass(30 * MINUTE + 1);
  expect(two.touch()).toBe(true);
  expect(two.id()).not.toBe(one.id());
});

test.each(['nonsense', '{}', 'null', '{"id":"x","activeAt":1,"startedAt":1}', '[]'])(
  'kept text that is %s begins a new session',
  (text) => {
    const session = createSession({ local: fakeTexts(new Map([['sightline-session', text]])), uuid: fakeUuids(), wall: () => 1 });
    session.join(true);
    expect(session.id()).toMatch(/^0{8}-/);
  },
);

test('a session whose record a killed browser took with it is found by a sign of life', () => {
  const time = fakeTime();
  const uuid = fakeUuids();
  const killed = createSession({ local: fakeTexts(), uuid, wall: time.wall });
  killed.join(false);
  const sign = { tab: 'tab' as TabId, session: killed.record(), token: '', at: time.wall(), next: 0, events: [] };
  const local = fakeTexts();
  const next = createSession({ local, uuid, wall: time.wall });
  next.join(false, [sign]);
  expect(next.id()).toBe(killed.id());
  const other = createSession({ local, uuid, wall: time.wall });
  other.join(false);
  expect(other.id()).toBe(killed.id());
});
