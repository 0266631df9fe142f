import type { ActionFiredDetails } from '@sightline/protocol';
import type { Leader } from './leader.ts';
import type { Ledger } from './ledger.ts';
import type { PresenceClock, SessionTimes } from './session-times.ts';

/** How an action differs from the ordinary. */
export interface ActionOptions {
  /** What other pages and visits know it by; the trigger and its seconds where absent. */
  name?: string;
  /** Which of the session's times counts: for `onActive` the time summed up, for `onIdle` the time in which idleness counts. */
  clock?: PresenceClock;
  /** Of the actions that name the same group, only the first ever runs. */
  group?: string;
  /** Whether it may run again when the tab that ran it died in the middle. */
  repeatable?: boolean;
}

export interface Actions {
  add(trigger: 'active' | 'idle', seconds: number, run: () => unknown, options?: ActionOptions): void;
  /** Runs what is due, and sets one timer for what will be; to be called when anything changed. */
  look(): void;
  /** Another tab ran, or found to be over, the actions of a group. */
  over(group: string): void;
  /** The session ended: everything may run once in the next. */
  renew(): void;
}

export interface ActionsDeps {
  times: SessionTimes;
  leader: Pick<Leader, 'leads' | 'force'>;
  ledger: Ledger;
  session: () => string;
  now: () => number;
  after: (ms: number, task: () => void) => () => void;
  watch: (work: Promise<unknown>) => void;
  /** Lets the other tabs know that a group is over. */
  tellOver: (group: string) => void;
  fired: (details: ActionFiredDetails) => void;
  /** What the page's action threw is the page's own business, and is told to its developer. */
  warn: (message: string) => void;
}

interface Action {
  trigger: 'active' | 'idle';
  seconds: number;
  name: string;
  clock: PresenceClock;
  group: string;
  repeatable: boolean;
  run: () => unknown;
  state: 'waiting' | 'asking' | 'over';
}

/** A due action that the leader leaves alone for so long is one that a hanging leader was to run. */
const LEADER_WITHIN_MS = 3_000;
/** Who waits for another tab's action looks again after this. */
const ASK_AGAIN_MS = 5_000;

/** One-shot actions of a session: each runs once, in the leading tab, over all tabs and reloads. */
export function createActions({ times, leader, ledger, session, now, after, watch, tellOver, fired, warn }: ActionsDeps): Actions {
  let actions: Action[] = [];
  let timer: (() => void) | undefined;

  /** Milliseconds until it is due; negative once it is; undefined where only a change can bring it nearer. */
  const dueIn = ({ trigger, seconds, clock }: Action): number | undefined => {
    const at = now();
    if (trigger === 'idle') {
      const since = times.idleSince(clock);
      return since === undefined ? undefined : since + seconds * 1_000 - at;
    }
    const left = seconds * 1_000 - times.read(at)[clock];
    // Active time becomes certain with the next input, which is a change.
    return left <= 0 || (clock !== 'active' && times.runs(clock)) ? left : undefined;
  };

  const settle = (group: string) => {
    for (const action of actions) if (action.group === group) action.state = 'over';
  };

  const askAgain = (action: Action) =>
    void after(ASK_AGAIN_MS, () => {
      if (action.state === 'asking') action.state = 'waiting';
      look();
    });

  /** The leader leaves a due action alone: it ran long ago, or runs, or the leader hangs. */
  const doubt = async (action: Action) => {
    const key = `${session()} ${action.group}`;
    if (await ledger.isOver(key)) return settle(action.group);
    leader.force();
    askAgain(action);
  };

  const perform = async (action: Action) => {
    const { name, trigger, seconds, clock, group, repeatable, run } = action;
    const key = `${session()} ${group}`;
    const tell = (outcome: ActionFiredDetails['outcome']) => fired({ name, trigger, seconds, clock, outcome });
    const verdict = await ledger.claim(key, repeatable);
    if (verdict === 'wait') return askAgain(action);
    settle(group);
    // Told only once it ran: should this tab die before, the others have to see to it.
    if (verdict !== 'run') tellOver(group);
    if (verdict === 'unknown') tell('unknown');
    if (verdict !== 'run') return;
    let outcome: 'done' | 'failed' = 'done';
    try {
      await run();
    } catch (error) {
      outcome = 'failed';
      warn(`the action ${name} failed: ${String(error)}`);
    }
    await ledger.finish(key, outcome);
    tell(outcome);
    tellOver(group);
  };

  const look = () => {
    timer?.();
    timer = undefined;
    let nextMs = Infinity;
    for (const action of actions) {
      const ms = action.state === 'waiting' ? dueIn(action) : undefined;
      if (ms === undefined) continue;
      if (!leader.leads()) {
        if (ms > -LEADER_WITHIN_MS) nextMs = Math.min(nextMs, ms + LEADER_WITHIN_MS);
        else {
          action.state = 'asking';
          watch(doubt(action));
        }
      } else if (ms <= 0) {
        action.state = 'asking';
        watch(perform(action));
      } else nextMs = Math.min(nextMs, ms);
    }
    if (nextMs < Infinity) timer = after(Math.max(nextMs, SOON_MS), look);
  };

  return {
    add(
      trigger,
      seconds,
      run,
      { name = `${trigger}-${seconds}`, clock = trigger === 'active' ? 'active' : 'focused', group = name, repeatable = false } = {},
    ) {
      actions = [
        ...actions.filter((one) => one.name !== name),
        { trigger, seconds, name, clock, group, repeatable, run, state: 'waiting' },
      ];
      look();
    },
    look,
    over: settle,
    renew() {
      for (const action of actions) action.state = 'waiting';
      look();
    },
  };
}

const SOON_MS = 50;
