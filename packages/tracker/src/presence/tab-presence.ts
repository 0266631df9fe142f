import type { PresenceState } from '@sightline/protocol';
import { JUMP_MS } from '../recorder/clock.ts';
import { isShown, nextTabState, type TabSignal, type TabState } from './presence-states.ts';

/** What a tab was, from one instant of the document's monotonic clock to another, and where. */
export interface Told<Place> {
  state: PresenceState;
  from: number;
  to: number;
  place: Place;
  jumpMs?: number;
}

/** Both clocks, read together. */
export interface Reading {
  monotonic: number;
  wall: number;
}

export interface TabPresenceDeps<Place> {
  /** How old the last input of an active tab may be. */
  idleMs: number;
  /** What the page is now: an interval is told with the place where it began. */
  place: () => Place;
  tell: (told: Told<Place>) => void;
}

export interface TabPresence<Place> {
  state(): TabState;
  lastInput(): number;
  /** A signal at an instant; `from` lies before it where the state is known to have begun earlier. */
  signal(signal: TabSignal, now: Reading, from?: number): void;
  /** Sees that time goes on; to be called about every second while the tab is shown. */
  tick(now: Reading): void;
  /** Tells all that is certain by now. */
  checkpoint(now: Reading): void;
  /** The page has become another place. */
  moved(now: Reading): void;
  /** What would have to be told if the tab died now. */
  untold(now: Reading): Told<Place>[];
  /** The last input of an earlier document of the tab. */
  inputWas(at: number): void;
}

/** A timer that is due each second and comes so late was not merely waiting for a slow page: the process was stopped. */
export const LATE_MS = 5_000;

/** The clock of one tab: turns signals into intervals that follow each other without overlap, on the monotonic clock. */
export function createTabPresence<Place>({ idleMs, place, tell }: TabPresenceDeps<Place>): TabPresence<Place> {
  let state: TabState = 'gone';
  let lastInput = -Infinity;
  /** What is not told yet, cut where the page became another place. Time without input is told once it is known how it ended. */
  let pieces: { from: number; place: Place }[] = [];
  let seen: Reading | undefined;

  const begin = (from: number) => {
    pieces = [{ from, place: place() }];
  };

  const toldUntil = (as: PresenceState, until: number): Told<Place>[] =>
    pieces
      .map((piece, index) => ({ state: as, from: piece.from, to: Math.min(pieces[index + 1]?.from ?? until, until), place: piece.place }))
      .filter(({ from, to }) => to > from);

  const tellUntil = (until: number, as: PresenceState | 'gone' = state, jumpMs?: number) => {
    if (as === 'gone') return;
    const all = toldUntil(as, until);
    for (const [index, told] of all.entries()) tell(jumpMs && index === all.length - 1 ? { ...told, jumpMs } : told);
    const rest = pieces.filter((_, index) => (pieces[index + 1]?.from ?? Infinity) > until);
    pieces = rest.map((piece) => ({ ...piece, from: Math.max(piece.from, until) }));
  };

  /** An idle tail turns out to be none of the active time. */
  const settle = (now: number) => {
    if (state !== 'active' || now - lastInput <= idleMs) return;
    tellUntil(lastInput);
    state = nextTabState[state].idle;
  };

  const enter = (next: TabState, at: number) => {
    if (next === state) return;
    tellUntil(at);
    state = next;
    begin(at);
  };

  const wake = (at: number) => {
    lastInput = -Infinity;
    enter(nextTabState[state].slept, at);
    begin(at);
  };

  /** Notices what happened to time itself since it was last looked at. */
  const look = (now: Reading) => {
    const before = seen;
    seen = now;
    if (!before) return;
    const gap = now.monotonic - before.monotonic;
    const jumpMs = Math.round(now.wall - before.wall - gap);
    if (isShown(state) && gap > LATE_MS) {
      settle(before.monotonic);
      tellUntil(before.monotonic);
      tellUntil(now.monotonic, 'asleep');
      wake(now.monotonic);
    } else if (Math.abs(jumpMs) > JUMP_MS) {
      settle(now.monotonic);
      tellUntil(now.monotonic, state, jumpMs);
      if (jumpMs > idleMs) wake(now.monotonic);
    }
  };

  return {
    state: () => state,
    lastInput: () => lastInput,
    inputWas: (at) => (lastInput = Math.max(lastInput, at)),
    signal(signal, now, from = now.monotonic) {
      look(now);
      settle(now.monotonic);
      if (signal === 'input') lastInput = now.monotonic;
      const before = state;
      enter(nextTabState[state][signal], from);
      // Who follows a link within the site, or is back at once, is still active by the input from before.
      if (state === 'focused' && before !== 'focused' && now.monotonic - lastInput <= idleMs) state = 'active';
      if (signal === 'frozen') lastInput = -Infinity;
    },
    tick(now) {
      look(now);
      settle(now.monotonic);
    },
    checkpoint(now) {
      look(now);
      settle(now.monotonic);
      tellUntil(state === 'active' ? lastInput : now.monotonic);
    },
    moved(now) {
      look(now);
      settle(now.monotonic);
      if (state !== 'gone') pieces.push({ from: now.monotonic, place: place() });
    },
    untold: ({ monotonic }) => (state === 'gone' ? [] : toldUntil(state, monotonic)),
  };
}
