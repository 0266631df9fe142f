import type { TabState } from './presence-states.ts';

/** Which of a session's times is meant; each is a union over tabs. */
export type PresenceClock = 'open' | 'visible' | 'focused' | 'active';
export type Times = Record<PresenceClock, number>;

export interface SessionTimes {
  /** A tab is something else now. */
  set(tab: string, state: TabState, now: number): void;
  /** Somebody did something in a tab. */
  input(now: number): void;
  /** Nobody lived through the time up to now: the machine slept. */
  skip(now: number): void;
  /** What is certain: active time counts up to the last input. */
  read(now: number): Times;
  /** Whether a time is running now. */
  runs(clock: PresenceClock): boolean;
  /** Since when nothing was done although the time was running; undefined where it is not. */
  idleSince(clock: PresenceClock): number | undefined;
  /** Goes on from what another tab, or an earlier document, knew. */
  restore(times: Times): void;
}

const RANK: Record<TabState, number> = { gone: 0, frozen: 0, hidden: 1, visible: 2, focused: 3, active: 4 };
const CLOCKS: readonly PresenceClock[] = ['open', 'visible', 'focused', 'active'];

/** The session's clock over all tabs: it is, at any moment, what the most present of its tabs is. */
export function createSessionTimes({ idleMs, now: start }: { idleMs: number; now: number }): SessionTimes {
  const tabs = new Map<string, TabState>();
  let times: Times = { open: 0, visible: 0, focused: 0, active: 0 };
  let since = start;
  let lastInput = start;
  /** Up to where active time is counted, while some tab is active. */
  let activeUntil: number | undefined;
  const began: Partial<Record<PresenceClock, number>> = {};

  const rank = () => Math.max(0, ...[...tabs.values()].map((state) => RANK[state]));
  const runs = (clock: PresenceClock) => rank() > CLOCKS.indexOf(clock);

  const advance = (now: number) => {
    const passed = Math.max(0, now - since);
    for (const clock of CLOCKS) if (clock !== 'active' && runs(clock)) times[clock] += passed;
    since = Math.max(since, now);
  };

  const credit = (now: number) => {
    if (activeUntil === undefined || now < activeUntil) return;
    if (now - activeUntil <= idleMs) times.active += now - activeUntil;
    activeUntil = now;
  };

  return {
    set(tab, state, now) {
      advance(now);
      const before = tabs.get(tab);
      // Leaving ends no idle episode; falling idle takes back what was not credited yet.
      if (before === 'active' && state !== 'active' && state !== 'focused') credit(now);
      if (state === 'gone') tabs.delete(tab);
      else tabs.set(tab, state);
      if (runs('active')) activeUntil ??= now;
      else activeUntil = undefined;
      for (const clock of CLOCKS) {
        if (runs(clock)) began[clock] ??= now;
        else delete began[clock];
      }
    },
    input(now) {
      lastInput = Math.max(lastInput, now);
      credit(now);
    },
    skip(now) {
      since = now;
      lastInput = now;
      activeUntil = activeUntil === undefined ? undefined : now;
      for (const clock of CLOCKS) if (began[clock] !== undefined) began[clock] = now;
    },
    read(now) {
      advance(now);
      return { ...times };
    },
    runs,
    idleSince: (clock) => (began[clock] === undefined ? undefined : Math.max(began[clock], lastInput)),
    restore(known) {
      times = { ...known };
    },
  };
}
