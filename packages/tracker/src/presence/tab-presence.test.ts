import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTabState, type TabSignal, type TabState } from './presence-states.ts';
import { createTabPresence, type Told } from './tab-presence.ts';

const IDLE_MS = 30_000;

/** A tab whose clocks are set by hand; `wall` is ahead of `monotonic` by what the clocks have jumped. */
function tab() {
  const told: Told<string>[] = [];
  let place = 'one';
  let ahead = 1_000_000;
  const presence = createTabPresence({ idleMs: IDLE_MS, place: () => place, tell: (one) => told.push(one) });
  const at = (monotonic: number) => ({ monotonic, wall: monotonic + ahead });
  return {
    presence,
    at,
    signal: (signal: TabSignal, now: number, from?: number) => presence.signal(signal, at(now), from),
    /** The timer of each second, as long as the tab is shown. */
    tickFrom: (from: number, to: number) => {
      for (let now = from + 1_000; now < to; now += 1_000) presence.tick(at(now));
    },
    jump: (ms: number) => (ahead += ms),
    move: (to: string, now: number) => {
      place = to;
      presence.moved(at(now));
    },
    told: () => told.map(({ state, from, to }) => [state, from, to]),
    all: told,
  };
}

describe('every state under every signal', () => {
  const states = Object.keys(nextTabState) as TabState[];
  const signals = Object.keys(nextTabState.gone) as TabSignal[];
  const shown = { hidden: 'hidden', visible: 'visible', focused: 'focused' } as const;
  test.each(states.flatMap((state) => signals.map((signal) => [state, signal] as const)))('%s, %s', (state, signal) => {
    const expected = (): TabState => {
      if (signal === 'left') return 'gone';
      if (signal === 'frozen') return state === 'gone' ? 'gone' : 'frozen';
      if (signal === 'focused' && state === 'active') return 'active';
      if (signal in shown) return shown[signal as keyof typeof shown];
      if (signal === 'input') return state === 'focused' ? 'active' : state;
      return state === 'active' ? 'focused' : state;
    };
    expect(nextTabState[state][signal]).toBe(expected());
  });
});

describe('active time', () => {
  test('is credited up to the last input when the person falls idle', () => {
    const { signal, tickFrom, told } = tab();
    signal('focused', 0);
    signal('input', 1_000);
    tickFrom(1_000, 20_000);
    signal('input', 20_000);
    tickFrom(20_000, 60_000);
    signal('left', 60_000);
    expect(told()).toEqual([
      ['focused', 0, 1_000],
      ['active', 1_000, 20_000],
      ['focused', 20_000, 60_000],
    ]);
  });

  test.each([
    [30_000, [['active', 0, 30_000]]],
    [30_001, [['focused', 0, 30_001]]],
  ])('goes on over a pause of %d ms as told: %j', (pause, expected) => {
    const { signal, tickFrom, told } = tab();
    signal('focused', 0);
    signal('input', 0);
    tickFrom(0, pause);
    signal('input', pause);
    signal('left', pause);
    expect(told()).toEqual(expected);
  });

  test('counts up to leaving, which ends no idle episode', () => {
    const { signal, tickFrom, told } = tab();
    signal('focused', 0);
    signal('input', 0);
    tickFrom(0, 20_000);
    signal('hidden', 20_000);
    expect(told()).toEqual([['active', 0, 20_000]]);
  });

  test('is not told before it is certain', () => {
    const { presence, signal, tickFrom, at, told } = tab();
    signal('focused', 0);
    signal('input', 0);
    tickFrom(0, 10_000);
    signal('input', 10_000);
    tickFrom(10_000, 25_000);
    presence.checkpoint(at(25_000));
    expect(told()).toEqual([['active', 0, 10_000]]);
    tickFrom(25_000, 41_000);
    presence.checkpoint(at(41_000));
    expect(told()).toEqual([
      ['active', 0, 10_000],
      ['focused', 10_000, 41_000],
    ]);
  });

  test('goes on after a moment in another window', () => {
    const { signal, tickFrom, told } = tab();
    signal('focused', 0);
    signal('input', 0);
    signal('visible', 2_000);
    signal('focused', 4_000);
    tickFrom(4_000, 9_000);
    signal('left', 9_000);
    expect(told()).toEqual([
      ['active', 0, 2_000],
      ['visible', 2_000, 4_000],
      ['active', 4_000, 9_000],
    ]);
  });
});

test('input in a window without focus is no activity', () => {
  const { signal, tickFrom, told } = tab();
  signal('visible', 0);
  signal('input', 100);
  tickFrom(100, 2_000);
  signal('left', 2_000);
  expect(told()).toEqual([['visible', 0, 2_000]]);
});

test('a place is told with the time spent there, also where the verdict on an idle tail comes later', () => {
  const { signal, move, tickFrom, all } = tab();
  signal('focused', 0);
  signal('input', 0);
  move('two', 5_000);
  tickFrom(5_000, 31_000);
  signal('left', 40_000 - 5_001);
  expect(all.map(({ state, from, to, place }) => [state, from, to, place])).toEqual([
    ['focused', 0, 5_000, 'one'],
    ['focused', 5_000, 34_999, 'two'],
  ]);
});

describe('time that nobody lived through', () => {
  test.each([
    [5_000, [['focused', 0, 7_000]]],
    [
      5_001,
      [
        ['focused', 0, 2_000],
        ['asleep', 2_000, 7_001],
        ['focused', 7_001, 7_001],
      ].slice(0, 2),
    ],
  ])('a timer that comes after %d ms', (gap, expected) => {
    const { presence, signal, at, told } = tab();
    signal('focused', 0);
    presence.tick(at(1_000));
    presence.tick(at(2_000));
    presence.tick(at(2_000 + gap));
    signal('left', 2_000 + gap);
    expect(told()).toEqual(expected);
  });

  test('after sleep somebody has to show that they are there', () => {
    const { presence, signal, at, told } = tab();
    signal('focused', 0);
    signal('input', 0);
    presence.tick(at(1_000));
    presence.tick(at(10_000));
    presence.tick(at(11_000));
    signal('input', 11_500);
    presence.tick(at(12_000));
    signal('left', 12_500);
    expect(told()).toEqual([
      ['active', 0, 1_000],
      ['asleep', 1_000, 10_000],
      ['focused', 10_000, 11_500],
      ['active', 11_500, 12_500],
    ]);
  });

  test.each([[251], [-251], [3_600_000], [-3_600_000]])('a jump of the wall clock by %d ms cuts the interval and is told with it', (ms) => {
    const { presence, signal, at, jump, all } = tab();
    signal('focused', 0);
    presence.tick(at(1_000));
    jump(ms);
    presence.tick(at(2_000));
    signal('left', 3_000);
    expect(all.map(({ from, to, jumpMs }) => [from, to, jumpMs])).toEqual([
      [0, 2_000, ms],
      [2_000, 3_000, undefined],
    ]);
  });

  test.each([[250], [-250]])('a difference of %d ms is rounding', (ms) => {
    const { presence, signal, at, jump, told } = tab();
    signal('focused', 0);
    jump(ms);
    presence.tick(at(1_000));
    signal('left', 1_500);
    expect(told()).toEqual([['focused', 0, 1_500]]);
  });

  test('frozen time is told as frozen', () => {
    const { signal, told } = tab();
    signal('hidden', 0);
    signal('frozen', 1_000);
    signal('hidden', 90_000);
    signal('left', 91_000);
    expect(told()).toEqual([
      ['hidden', 0, 1_000],
      ['frozen', 1_000, 90_000],
      ['hidden', 90_000, 91_000],
    ]);
  });
});

test('what would be lost if the tab died now is known at any time, and is not told twice', () => {
  const { presence, signal, tickFrom, at, told } = tab();
  signal('focused', 0);
  signal('input', 500);
  tickFrom(500, 4_000);
  expect(presence.untold(at(4_000)).map(({ state, from, to }) => [state, from, to])).toEqual([['active', 500, 4_000]]);
  expect(told()).toEqual([['focused', 0, 500]]);
});

test('whatever happens, intervals follow each other: nothing twice, nothing backwards, and all shown time is told', () => {
  const signal = fc.constantFrom<TabSignal>('hidden', 'visible', 'focused', 'input', 'idle', 'frozen', 'left');
  const step = fc.record({
    signal,
    wait: fc.nat(70_000),
    jump: fc.constantFrom(0, 0, 0, 0, 900_000, -900_000),
    moves: fc.boolean(),
    checks: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const one = tab();
      let now = 0;
      let open = 0;
      let shown = 0;
      one.signal('focused', now);
      for (const { signal: next, wait, jump, moves, checks } of steps) {
        const state = one.presence.state();
        one.tickFrom(now, now + wait);
        now += wait;
        if (state !== 'gone') open += wait;
        if (state !== 'gone' && state !== 'hidden' && state !== 'frozen') shown += wait;
        if (moves) one.move(String(now), now);
        if (checks) one.presence.checkpoint(one.at(now));
        one.jump(jump);
        one.signal(next, now);
      }
      one.signal('left', now);
      for (const [index, { from, to }] of one.all.entries()) {
        expect(to).toBeGreaterThan(from);
        expect(from).toBeGreaterThanOrEqual(one.all[index - 1]?.to ?? 0);
      }
      const lengthOf = (states: string[]) =>
        one.all.filter(({ state }) => states.includes(state)).reduce((sum, { from, to }) => sum + to - from, 0);
      expect(lengthOf(['hidden', 'frozen', 'asleep', 'visible', 'focused', 'active'])).toBe(open);
      expect(lengthOf(['visible', 'focused', 'active'])).toBe(shown);
    }),
    { numRuns: 300 },
  );
});
