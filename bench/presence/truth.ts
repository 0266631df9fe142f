import { LEVELS, STATES_OF, lengthOf, union, type Interval, type PresenceLevel } from '@sightline/metrics';

/** What a tab is, as the script of a scenario arranged it. */
export type ArrangedState = 'hidden' | 'visible' | 'focused' | 'active' | 'gone' | 'frozen';

export type Span = Interval & { tab: string; state: ArrangedState; uncertainMs: number };

export type Truth = ReturnType<typeof createTruth>;

/** Keeps what a scenario did, by the clock of this process, apart from everything that is measured. */
export function createTruth(now: () => number = Date.now) {
  const tabs = new Map<string, { state: ArrangedState; since: number; uncertainMs: number }>();
  const spans: Span[] = [];
  let uncertainMs = 0;

  const set = (tab: string, state: ArrangedState, at: number, offMs = 0) => {
    const before = tabs.get(tab);
    if (before && at > before.since) {
      spans.push({ tab, state: before.state, from: before.since, to: at, uncertainMs: before.uncertainMs + offMs });
    }
    tabs.set(tab, { state, since: at, uncertainMs: offMs });
  };

  return {
    set: (tab: string, state: ArrangedState, at = now()) => set(tab, state, at),
    /** Does something that changes tabs; it happened halfway between asking and the answer. */
    async change(task: () => Promise<unknown>, states: Record<string, ArrangedState>): Promise<void> {
      const asked = now();
      await task();
      const halfMs = (now() - asked) / 2;
      uncertainMs += halfMs;
      for (const [tab, state] of Object.entries(states)) set(tab, state, asked + halfMs, halfMs);
    },
    /** What each tab was, one after the other. */
    spans: (): readonly Span[] => spans,
    /** Everything is over: the times of the session, and how far the script itself may be off. */
    end(at = now()): Record<PresenceLevel, number> & { uncertainMs: number } {
      for (const tab of tabs.keys()) set(tab, 'gone', at);
      const [open = 0, visible = 0, focused = 0, active = 0] = LEVELS.map((level) => lengthIn(level, spans));
      return { open, visible, focused, active, uncertainMs };
    },
  };
}

const lengthIn = (level: PresenceLevel, spans: readonly Span[]) =>
  lengthOf(union(spans.filter(({ state }) => (STATES_OF[level] as readonly string[]).includes(state))));
