import type { RrwebEvent, Sees } from '@sightline/metrics';
import type { Rule } from '@sightline/protocol';
import { byTime } from '../recording/lanes-of.ts';
import { readChunks } from '../recording/read-chunks.ts';
import type { SessionKey } from '../store/question.ts';
import type { Store } from '../store/index.ts';
import type { Derivation } from './derivation.ts';
import { fromRecording } from './from-recording.ts';
import { HOVERS, SUBMITS } from './recorded-tab.ts';

/** What a rule would have logged in a session that was recorded. */
export async function deriveSession(
  store: Pick<Store, 'recordingIndex' | 'recordedChunks' | 'eventsOfSessions'>,
  { session, flight }: Required<SessionKey>,
  rule: Rule,
): Promise<Derivation> {
  const index = await store.recordingIndex({ session, flight });
  const sees = besideRecording(rule);
  const told = (await store.eventsOfSessions({ flight, sessions: [session], sees })).get(session);
  const reading = fromRecording(rule, told);
  const problems = new Set<string>();
  for await (const { tab, text, problem, offsetMs } of readChunks(store, { session, flight }, byTime(index))) {
    if (problem !== undefined) problems.add('a part of the recording cannot be read');
    for (const event of JSON.parse(text) as RrwebEvent[]) reading.see(tab, event, offsetMs);
  }
  const derivation = reading.derivation();
  return { ...derivation, problems: new Set([...derivation.problems, ...problems]) };
}

/** The stored events that tell what a recording does not: routes of the page's own, submitted forms, a pointer that left. */
const besideRecording = ({ event }: Rule): Sees => ({
  pageView: [],
  URLChange: [],
  ...(SUBMITS.has(event) && { formSubmit: [], fieldFocus: [], fieldChange: [], fieldBlur: [] }),
  ...(HOVERS.has(event) && { pageLeft: [], cursorTracking: [] }),
});
