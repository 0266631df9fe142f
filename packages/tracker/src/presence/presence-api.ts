import type { ActionOptions, Actions } from './actions.ts';
import type { Times } from './session-times.ts';

/** What a page can ask of presence. */
export interface Presence {
  /** Runs the action once in the session, over all tabs, when its active time (or the clock of the options) reaches so many seconds. */
  onActive(seconds: number, action: () => unknown, options?: ActionOptions): void;
  /** Runs the action once in the session, over all tabs, when nobody did anything for so many seconds while the site had the focus. */
  onIdle(seconds: number, action: () => unknown, options?: ActionOptions): void;
  /** Either the one after a minute on the site, or the other after a minute without input; never both, and once. */
  onActiveOrIdle(actions: { active: () => unknown; idle: () => unknown; activeSeconds?: number; idleSeconds?: number }): void;
  /** The session's times so far, over all tabs, in milliseconds. */
  times(): Times;
}

const MINUTE_S = 60;

/** The calls of a page, with wrong ones refused by name. */
export function presenceApi({
  actions,
  times,
  warn,
}: {
  actions: Pick<Actions, 'add'>;
  times: () => Times;
  warn: (message: string) => void;
}): Presence {
  const add = (trigger: 'active' | 'idle', seconds: number, action: () => unknown, options?: ActionOptions) => {
    const call = trigger === 'active' ? 'onActive' : 'onIdle';
    if (!(seconds > 0)) return warn(`${call}: expected seconds greater than 0, got ${String(seconds)}`);
    if (typeof action !== 'function') return warn(`${call}: expected a function, got ${String(action)}`);
    actions.add(trigger, seconds, action, options);
  };
  return {
    onActive: (seconds, action, options) => add('active', seconds, action, options),
    onIdle: (seconds, action, options) => add('idle', seconds, action, options),
    onActiveOrIdle({ active, idle, activeSeconds = MINUTE_S, idleSeconds = MINUTE_S }) {
      // The article counts time on the site, not activity, and counts it as long as a page is open to be seen.
      const shared = { group: 'active-or-idle', clock: 'visible' } as const;
      add('active', activeSeconds, active, { ...shared, name: 'active-or-idle: active' });
      add('idle', idleSeconds, idle, { ...shared, name: 'active-or-idle: idle' });
    },
    times,
  };
}
