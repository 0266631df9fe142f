import type { RuleProgress } from '@sightline/protocol';
import type { KeptRule } from '../registry/derived-rules.ts';
import type { Store } from '../store/index.ts';
import { deriveSessions } from './derive-sessions.ts';

/** Applies rules to sessions in the background, a few at a time: what it does must not be felt by what is recorded now. */
export interface Deriver {
  /** Goes on where it stopped: sessions that are done and did not grow since are left alone. */
  start(rule: KeptRule): void;
  state(id: string): Pick<RuleProgress, 'state' | 'failure'>;
  /** Ends the work on one rule. */
  cancel(id: string): Promise<void>;
  stop(): Promise<void>;
}

export interface DeriverDeps {
  store: Pick<Store, 'sessionsToDerive' | 'storeDerived' | 'recordedSessions' | 'recordingIndex' | 'recordedChunks' | 'eventsOfSessions'>;
  /** Hears that what rules yielded in a flight is not what it was. */
  changed: (flight: string) => void;
  log: { error(details: object, message: string): void };
}

/** Few enough that a stop does not wait long, and that little is worked out again after one. */
const AT_ONCE = 50;

/** Creates the one worker; rules wait for each other. */
export function createDeriver({ store, changed, log }: DeriverDeps): Deriver {
  const wanted = new Map<string, KeptRule>();
  const failures = new Map<string, string>();
  let working: Promise<void> | undefined;
  let current: { id: string; done: Promise<void> } | undefined;

  const apply = async (kept: KeptRule) => {
    const { id, flight, version, rule } = kept;
    const sessions = await store.sessionsToDerive({ flight, rule: id, version });
    for (let from = 0; from < sessions.length; from += AT_ONCE) {
      if (wanted.get(id) !== kept) return;
      const derived = await deriveSessions(store, { flight, sessions: sessions.slice(from, from + AT_ONCE) }, rule);
      if (wanted.get(id) !== kept) return;
      await store.storeDerived({ flight, rule: id, version, sessions: derived });
    }
    if (sessions.length > 0) changed(flight);
  };
  const work = async () => {
    for (let [next] = wanted.values(); next !== undefined; [next] = wanted.values()) {
      try {
        current = { id: next.id, done: apply(next) };
        await current.done;
      } catch (error) {
        failures.set(next.id, error instanceof Error ? error.message : String(error));
        log.error({ err: error, rule: next.id }, 'a rule could not be applied to all sessions; what is done is kept');
      }
      if (wanted.get(next.id) === next) wanted.delete(next.id);
    }
    working = undefined;
  };

  return {
    start(rule) {
      failures.delete(rule.id);
      wanted.set(rule.id, rule);
      working ??= work();
    },
    state: (id) => {
      const failure = failures.get(id);
      return wanted.has(id) ? { state: 'running' } : failure === undefined ? { state: 'idle' } : { state: 'failed', failure };
    },
    async cancel(id) {
      wanted.delete(id);
      // Others go on: only what is being written of this rule is waited for.
      if (current?.id === id) await current.done.catch(() => undefined);
    },
    async stop() {
      wanted.clear();
      await working;
    },
  };
}
