import type { RrwebEvent } from '@sightline/metrics';
import type { DerivedEvent, Rule } from '@sightline/protocol';
import { byTime } from '../recording/lanes-of.ts';
import { readChunks } from '../recording/read-chunks.ts';
import type { SessionKey } from '../store/question.ts';
import type { Store } from '../store/index.ts';
import { fromClicks } from './from-clicks.ts';
import { fromRecording, type Derivation } from './from-recording.ts';

/** What a rule would have logged in one session: from its recording where it has one, else from the paths of its clicks. */
export async function deriveSession(
  store: Pick<Store, 'recordingIndex' | 'recordedChunks' | 'eventsOfSessions'>,
  { session, flight }: Required<SessionKey>,
  rule: Rule,
): Promise<Derivation & { basis: DerivedEvent['basis'] }> {
  const index = await store.recordingIndex({ session, flight });
  if (index.length === 0) {
    const events = await store.eventsOfSessions({ flight, sessions: [session], sees: { click: [], pageView: [] } });
    return { ...fromClicks(rule, events.get(session) ?? []), basis: 'path' };
  }
  const reading = fromRecording(rule);
  const problems = new Set<string>();
  for await (const { tab, text, problem, offsetMs } of readChunks(store, { session, flight }, byTime(index))) {
    if (problem !== undefined) problems.add('a part of the recording cannot be read');
    for (const event of JSON.parse(text) as RrwebEvent[]) reading.see(tab, event, offsetMs);
  }
  const derivation = reading.derivation();
  return { ...derivation, problems: new Set([...derivation.problems, ...problems]), basis: 'recording' };
}
