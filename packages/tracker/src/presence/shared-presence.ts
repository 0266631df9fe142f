import type { SessionId } from '@sightline/protocol';
import type { KeptTexts } from '../page/kept-texts.ts';
import type { TabsChannel } from '../page/tabs-channel.ts';
import type { Leader } from './leader.ts';
import { isShown, type TabState } from './presence-states.ts';
import type { SessionTimes, Times } from './session-times.ts';

/** What a tab says to the others. */
type Word =
  | { kind: 'is'; from: string; session: SessionId; state: TabState }
  | { kind: 'input'; from: string; session: SessionId }
  | { kind: 'times'; from: string; session: SessionId; times: Times }
  | { kind: 'over'; from: string; session: SessionId; group: string }
  /** A tab that has just come asks how things stand; one that is shown asks a hidden leader to let it lead. */
  | { kind: 'hello' | 'yield'; from: string; session: SessionId };

export interface SharedDeps {
  /** Opens the channel to the other tabs. */
  channel: (heard: (message: unknown) => void) => TabsChannel;
  local: KeptTexts;
  leader: Leader;
  times: SessionTimes;
  me: string;
  session: () => SessionId;
  now: () => number;
  wall: () => number;
  changed: () => void;
  over: (group: string) => void;
}

export interface SharedPresence {
  /** This tab is something else now. */
  is(state: TabState): void;
  /** Somebody did something in this tab, at an instant of the monotonic clock. */
  input(at: number): void;
  /** This tab settled the actions of a group. */
  tellOver(group: string): void;
  /** A second passed while the tab is shown. */
  tick(): void;
  /** Times as they should be found by whoever goes on. */
  kept(): KeptTimes;
  stop(): void;
}

/** Times that outlive the tab that counted them. */
export interface KeptTimes {
  session: SessionId;
  at: number;
  times: Times;
}

const KEY = 'sightline-times';
/** A shown tab says at least once a second that it is; one that is silent for longer hangs or has died. */
const SILENT_MS = 3_000;

/** The session's clock, kept alike in all tabs by what they tell each other. */
export function createSharedPresence(deps: SharedDeps, found: readonly KeptTimes[]): SharedPresence {
  const { local, leader, times, me, session, now, wall, changed, over } = deps;
  const heardAt = new Map<string, number>();
  let state: TabState = 'gone';

  const kept = (): KeptTimes => ({ session: session(), at: wall(), times: times.read(now()) });
  const keep = () => local.set(KEY, JSON.stringify(kept()));

  const hear = (message: unknown) => {
    const word = message as Word;
    if (word.session !== session() || word.from === me) return;
    const at = now();
    if (word.kind === 'is') {
      times.set(word.from, word.state, at);
      if (isShown(word.state)) heardAt.set(word.from, at);
      else heardAt.delete(word.from);
    } else if (word.kind === 'input') times.input(at);
    else if (word.kind === 'times') {
      if (!leader.leads()) times.restore(word.times);
    } else if (word.kind === 'over') over(word.group);
    else if (word.kind === 'yield') {
      if (!isShown(state)) leader.yield();
    } else {
      channel.say({ kind: 'is', from: me, session: session(), state });
      if (leader.leads()) channel.say({ kind: 'times', from: me, session: session(), times: times.read(at) });
    }
    changed();
  };
  const channel = deps.channel(hear);
  const say = (word: Pick<Word, 'kind'> & { state?: TabState; times?: Times; group?: string }) =>
    channel.say({ ...word, from: me, session: session() });

  const latest = [...found, ...parsed(local.get(KEY))]
    .filter((one) => one.session === session())
    .sort((one, other) => other.at - one.at)[0];
  if (latest) times.restore(latest.times);
  say({ kind: 'hello' });

  return {
    is(next) {
      times.set(me, next, now());
      const wasShown = isShown(state);
      state = next;
      say({ kind: 'is', state });
      if (next === 'gone' || next === 'frozen') {
        // Whoever leads next finds where things stand.
        if (leader.leads()) keep();
        leader.leave();
      } else {
        if (isShown(next) && !wasShown) say({ kind: 'yield' });
        if (leader.leads() && !isShown(next)) {
          keep();
          leader.yield();
        }
        leader.join();
      }
      changed();
    },
    tellOver: (group) => say({ kind: 'over', group }),
    input(at) {
      times.input(at);
      say({ kind: 'input' });
      changed();
    },
    tick() {
      const at = now();
      for (const [tab, lastAt] of heardAt) {
        if (at - lastAt <= SILENT_MS) continue;
        heardAt.delete(tab);
        times.set(tab, 'gone', at);
      }
      say({ kind: 'is', state });
    },
    kept,
    stop: () => channel.close(),
  };
}

function parsed(text: string | null): KeptTimes[] {
  try {
    const known = JSON.parse(text ?? 'null') as KeptTimes | null;
    return known && Object.values(known.times).every(Number.isFinite) ? [known] : [];
  } catch {
    // Damaged text is as good as none.
    return [];
  }
}
