import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fakeTexts, fakeTime, fakeUuids } from '../tracker.fake.ts';
import { createLeader, type Leader, type Seat } from './leader.ts';
import { nextLeaderState, type LeaderSignal, type LeaderState } from './leader-states.ts';
import { leaseSeat } from './lease-seat.ts';
import { fakeLock } from './presence.fake.ts';

describe('every state under every signal', () => {
  const states = Object.keys(nextLeaderState) as LeaderState[];
  const signals = Object.keys(nextLeaderState.apart) as LeaderSignal[];
  test.each(states.flatMap((state) => signals.map((signal) => [state, signal] as const)))('%s, %s', (state, signal) => {
    const expected = (): LeaderState => {
      if (signal === 'left') return 'apart';
      if (state === 'apart') return signal === 'joined' ? 'waiting' : 'apart';
      if (signal === 'granted') return 'leading';
      return state === 'leading' && signal === 'joined' ? 'leading' : 'waiting';
    };
    expect(nextLeaderState[state][signal]).toBe(expected());
  });
});

const tabsOn = (seatOf: (tab: string) => Seat, names: string[]) => {
  const leads = new Set<string>();
  const changes: string[] = [];
  const tabs = new Map<string, Leader>(
    names.map((name) => {
      const changed = (now: boolean) => {
        changes.push(`${name} ${now ? 'leads' : 'does not'}`);
        if (now) leads.add(name);
        else leads.delete(name);
      };
      return [name, createLeader({ seat: seatOf(name), changed })];
    }),
  );
  const tab = (name: string) => tabs.get(name) as Leader;
  return { tab, leads, changes };
};

describe('with locks', () => {
  test('the first leads, the next follows at once when it leaves or dies', () => {
    const lock = fakeLock();
    const { tab, leads } = tabsOn(lock.seatOf, ['a', 'b', 'c']);
    for (const name of ['a', 'b', 'c']) tab(name).join();
    expect([...leads]).toEqual(['a']);
    tab('a').leave();
    expect([...leads]).toEqual(['b']);
    lock.dies('b');
    expect(lock.holder()).toBe('c');
    expect(tab('c').leads()).toBe(true);
  });

  test('who yields lets the others go first, and leads again where there are none', () => {
    const { tab, leads, changes } = tabsOn(fakeLock().seatOf, ['a', 'b']);
    tab('a').join();
    tab('a').yield();
    expect(changes).toEqual(['a leads', 'a does not', 'a leads']);
    tab('b').join();
    tab('a').yield();
    expect([...leads]).toEqual(['b']);
    tab('b').yield();
    expect([...leads]).toEqual(['a']);
  });

  test('a leader that hangs loses the seat, and hears of it', () => {
    const { tab, leads, changes } = tabsOn(fakeLock().seatOf, ['a', 'b']);
    tab('a').join();
    tab('b').join();
    tab('b').force();
    expect([...leads]).toEqual(['b']);
    expect(changes).toEqual(['a leads', 'a does not', 'b leads']);
    tab('b').leave();
    expect([...leads]).toEqual(['a']);
  });

  test('whatever tabs do, never do two lead, and where one takes part somebody leads', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('join', 'yield', 'force', 'leave'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { tab, leads } = tabsOn(fakeLock().seatOf, ['a', 'b', 'c']);
        const joined = new Set<string>();
        for (const [name, what] of steps) {
          tab(name)[what as 'join']();
          if (what === 'join') joined.add(name);
          if (what === 'leave') joined.delete(name);
          expect(leads.size).toBe(joined.size > 0 ? 1 : 0);
        }
      }),
    );
  });
});

const leasedBrowser = () => {
  const time = fakeTime();
  const texts = new Map<string, string>();
  const uuid = fakeUuids();
  const dead = new Set<string>();
  const seatOf = (tab: string) =>
    leaseSeat({ local: fakeTexts(texts), wall: time.wall, uuid, after: (ms, task) => time.after(ms, () => dead.has(tab) || task()) });
  return { time, dead, ...tabsOn(seatOf, ['a', 'b']) };
};

describe('with leases, where there are no locks', () => {
  test('of two that come at once one leads', async () => {
    const { time, tab, leads } = leasedBrowser();
    tab('a').join();
    tab('b').join();
    await time.pass(10_000);
    expect(leads.size).toBe(1);
  });

  test('who leaves is replaced within a second, who dies within the lease', async () => {
    const { time, tab, leads, dead } = leasedBrowser();
    tab('a').join();
    await time.pass(200);
    tab('b').join();
    await time.pass(5_000);
    expect([...leads]).toEqual(['a']);
    tab('a').leave();
    await time.pass(1_100);
    expect([...leads]).toEqual(['b']);
    tab('a').join();
    dead.add('b');
    await time.pass(4_200);
    expect(tab('a').leads()).toBe(true);
  });
});
