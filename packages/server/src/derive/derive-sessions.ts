import type { Sees } from '@sightline/metrics';
import type { Rule } from '@sightline/protocol';
import type { SessionToDerive } from '../store/sessions-to-derive.ts';
import type { DerivedSession } from '../store/store-derived.ts';
import type { Store } from '../store/index.ts';
import { deriveSession } from './derive-session.ts';
import { fromPaths } from './from-paths.ts';

/** What a rule would have logged in some sessions: from their recordings where they have one, from the paths of their clicks and forms, read at once, where not. */
export async function deriveSessions(
  store: Pick<Store, 'recordedSessions' | 'recordingIndex' | 'recordedChunks' | 'eventsOfSessions'>,
  { flight, sessions }: { flight: string; sessions: readonly SessionToDerive[] },
  rule: Rule,
): Promise<DerivedSession[]> {
  const recorded = await store.recordedSessions({ flight, sessions: sessions.map(({ session }) => session) });
  const others = sessions.flatMap(({ session }) => (recorded.has(session) ? [] : [session]));
  const events = await store.eventsOfSessions({ flight, sessions: others, sees: WITHOUT_RECORDING });
  const derived: DerivedSession[] = [];
  for (const { session, seenAt, again } of sessions) {
    const isRecorded = recorded.has(session);
    const { problems, ...found } = isRecorded
      ? await deriveSession(store, { session, flight }, rule)
      : fromPaths(rule, events.get(session) ?? []);
    derived.push({ ...found, session, seenAt, again, basis: isRecorded ? 'recording' : 'path', problems: [...problems] });
  }
  return derived;
}

const WITHOUT_RECORDING: Sees = { click: [], formSubmit: [], pageView: [] };
