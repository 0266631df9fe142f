import type { ActionFiredDetails } from '@sightline/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fakeTime, settled } from '../tracker.fake.ts';
import { createActions, type ActionOptions } from './actions.ts';
import { createLeader } from './leader.ts';
import { createLedger } from './ledger.ts';
import { presenceApi } from './presence-api.ts';
import { fakeClaims, fakeLock } from './presence.fake.ts';
import { createSessionTimes } from './session-times.ts';

/** A browser whose tabs share a lock, a database and their time. */
function browser() {
  const time = fakeTime();
  const lock = fakeLock();
  const { claims, kept } = fakeClaims();
  const living = new Set<string>();
  const ran: string[] = [];
  const told: (ActionFiredDetails & { tab: string })[] = [];
  const times = createSessionTimes({ idleMs: 30_000, now: 0 });
  const tabs = new Map<string, ReturnType<typeof createActions>>();

  const open = (name: string) => {
    living.add(name);
    const lives = () => living.has(name);
    const leader = createLeader({ seat: lock.seatOf(name), changed: () => actions.look() });
    const actions = createActions({
      times,
      leader,
      ledger: createLedger({ claims, me: name, mayLive: async ({ by }) => living.has(by), wall: time.wall }),
      session: () => 'session',
      now: time.monotonic,
      after: (ms, task) => time.after(ms, () => lives() && task()),
      watch: (work) => void work.catch(() => undefined),
      tellOver: (group) => tabs.forEach((tab, other) => other !== name && living.has(other) && tab.over(group)),
      fired: (details) => lives() && told.push({ ...details, tab: name }),
      warn: () => undefined,
    });
    tabs.set(name, actions);
    leader.join();
    return {
      actions,
      leader,
      onActive: (seconds: number, options?: ActionOptions, run?: () => unknown) =>
        actions.add('active', seconds, run ?? (() => lives() && ran.push(name)), { clock: 'visible', ...options }),
      onIdle: (seconds: number, options?: ActionOptions) =>
        actions.add('idle', seconds, () => lives() && ran.push(`${name} idle`), { clock: 'visible', ...options }),
      die() {
        living.delete(name);
        tabs.delete(name);
        lock.dies(name);
      },
    };
  };
  return { time, times, open, ran, told, kept };
}

describe('an action', () => {
  test.each([
    [9_999, 0],
    [10_000, 1],
    [60_000, 1],
  ])('after 10 s has run, at %d ms, %d times', async (ms, count) => {
    const { time, times, open, ran } = browser();
    times.set('x', 'visible', 0);
    open('a').onActive(10);
    open('b').onActive(10);
    await time.pass(ms);
    await settled();
    expect(ran).toHaveLength(count);
  });

  test('does not run again on the next page, nor in a tab that opens later', async () => {
    const { time, times, open, ran, told } = browser();
    times.set('x', 'visible', 0);
    const first = open('a');
    first.onActive(5);
    await time.pass(6_000);
    first.die();
    open('b').onActive(5);
    await time.pass(60_000);
    expect(ran).toEqual(['a']);
    expect(told).toEqual([{ tab: 'a', name: 'active-5', trigger: 'active', seconds: 5, clock: 'visible', outcome: 'done' }]);
  });

  test.each([
    [false, 0, 'unknown'],
    [true, 1, 'done'],
  ])('whose tab died in the middle (repeatable: %s) is run %d times by the next, and told as %s', async (repeatable, again, outcome) => {
    const { time, times, open, ran, told } = browser();
    times.set('x', 'visible', 0);
    const first = open('a');
    first.onActive(5, { name: 'offer', repeatable }, () => new Promise(() => undefined));
    open('b').onActive(5, { name: 'offer', repeatable });
    await time.pass(6_000);
    first.die();
    await time.pass(20_000);
    expect(ran).toHaveLength(again);
    expect(told.map((one) => one.outcome)).toEqual([outcome]);
  });

  test('that throws is told as failed and is not tried again', async () => {
    const { time, times, open, told } = browser();
    times.set('x', 'visible', 0);
    open('a').onActive(5, {}, () => Promise.reject(new Error('no')));
    await time.pass(60_000);
    expect(told.map(({ outcome }) => outcome)).toEqual(['failed']);
  });

  test('is run by another tab where the leader hangs', async () => {
    const { time, times, open, ran } = browser();
    times.set('x', 'visible', 0);
    open('hangs');
    open('b').onActive(5);
    await time.pass(20_000);
    expect(ran).toEqual(['b']);
  });

  test('sets no timer while its time does not run', async () => {
    const { time, times, open } = browser();
    times.set('x', 'hidden', 0);
    let timers = 0;
    const { actions } = open('a');
    actions.add('active', 10, () => (timers += 1), { clock: 'visible' });
    await time.pass(3_600_000);
    expect(timers).toBe(0);
  });
});

test('idleness is over all tabs, and begins again with each input', async () => {
  const { time, times, open, ran } = browser();
  times.set('x', 'visible', 0);
  open('a').onIdle(60);
  for (let count = 0; count < 5; count += 1) {
    await time.pass(50_000);
    times.input(time.monotonic());
  }
  expect(ran).toEqual([]);
  await time.pass(60_000);
  expect(ran).toEqual(['a idle']);
});

describe('the article’s preset', () => {
  test.each([
    ['a minute on the site', 30_000, 'active'],
    ['a minute without input comes first', 0, 'both at once: active'],
  ])('%s: the one excludes the other', async (_, inputAt) => {
    const { time, times, open } = browser();
    const ran: string[] = [];
    times.set('x', 'visible', 0);
    const { actions } = open('a');
    const api = presenceApi({ actions, times: () => times.read(time.monotonic()), warn: () => undefined });
    api.onActiveOrIdle({ active: () => ran.push('active'), idle: () => ran.push('idle') });
    await time.pass(inputAt);
    times.input(time.monotonic());
    await time.pass(600_000);
    expect(ran).toEqual(['active']);
  });

  test('idle runs where the time on the site was spent before in parts, and then nothing', async () => {
    const { time, times, open } = browser();
    const ran: string[] = [];
    times.set('x', 'visible', 0);
    const api = presenceApi({ actions: open('a').actions, times: () => times.read(time.monotonic()), warn: () => undefined });
    api.onActiveOrIdle({ active: () => ran.push('active'), idle: () => ran.push('idle'), activeSeconds: 600 });
    await time.pass(1_000_000);
    expect(ran).toEqual(['idle']);
  });
});

test('wrong calls are named, and do nothing', () => {
  const said: string[] = [];
  const api = presenceApi({
    actions: { add: () => said.push('added') },
    times: () => ({ open: 0, visible: 0, focused: 0, active: 0 }),
    warn: (text) => said.push(text),
  });
  api.onActive(0, () => undefined);
  api.onIdle(5, 'x' as never);
  expect(said).toEqual(['onActive: expected seconds greater than 0, got 0', 'onIdle: expected a function, got x']);
});

test('over any interleaving of tabs that come, freeze and die, an action runs at most once, and once if a tab lives on', async () => {
  const step = fc.record({ what: fc.constantFrom('open', 'die', 'freeze', 'wait'), tab: fc.nat(3), ms: fc.nat(4_000) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { time, times, open, ran } = browser();
      times.set('x', 'visible', 0);
      const tabs: (ReturnType<typeof open> | undefined)[] = [];
      let opened = 0;
      for (const { what, tab, ms } of steps) {
        if (what === 'open' && !tabs[tab]) {
          tabs[tab] = open(`tab ${(opened += 1)}`);
          tabs[tab].onActive(6);
        }
        if (what === 'die') {
          tabs[tab]?.die();
          tabs[tab] = undefined;
        }
        if (what === 'freeze') tabs[tab]?.leader.leave();
        await time.pass(ms);
      }
      open('last').onActive(6);
      await time.pass(60_000);
      expect(ran).toHaveLength(1);
    }),
    { numRuns: 40 },
  );
});
