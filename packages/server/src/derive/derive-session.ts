import type { RrwebEvent, Sees } from '@sightline/metrics';
import type { DerivedEvent, Rule } from '@sightline/protocol';
import { byTime } from '../recording/lanes-of.ts';
import { readChunks } from '../recording/read-chunks.ts';
import type { SessionKey } from '../store/question.ts';
import type { Store } from '../store/index.ts';
import type { Derivation } from './derivation.ts';
import { fromPaths } from './from-paths.ts';
import { fromRecording } from './from-recording.ts';
import { HOVERS } from './recorded-tab.ts';

/** What a rule would have logged in one session: from its recording where it has one, else from the paths of its clicks and forms. */
export async function deriveSession(
  store: Pick<Store, 'recordingIndex' | 'recordedChunks' | 'eventsOfSessions'>,
  { session, flight }: Required<SessionKey>,
  rule: Rule,
): Promise<Derivation & { basis: DerivedEvent['basis'] }> {
  const stored = async (sees: Sees) => (await store.eventsOfSessions({ flight, sessions: [session], sees })).get(session) ?? [];
  const index = await store.recordingIndex({ session, flight });
  if (index.length === 0) return { ...fromPaths(rule, await stored(WITHOUT_RECORDING)), basis: 'path' };
  const reading = fromRecording(rule, await stored(besideRecording(rule)));
  const problems = new Set<string>();
  for await (const { tab, text, problem, offsetMs } of readChunks(store, { session, flight }, byTime(index))) {
    if (problem !== undefined) problems.add('a part of the recording cannot be read');
    for (const event of JSON.parse(text) as RrwebEvent[]) reading.see(tab, event, offsetMs);
  }
  const derivation = reading.derivation();
  return { ...derivation, problems: new Set([...derivation.problems, ...problems]), basis: 'recording' };
}

const WITHOUT_RECORDING: Sees = { click: [], formSubmit: [], pageView: [] };

function besideRecording({ event }: Rule): Sees {
  if (event === 'submit') return { formSubmit: [], fieldFocus: [], fieldChange: [], fieldBlur: [] };
  return HOVERS.has(event) ? { pageLeft: [], cursorTracking: [] } : {};
}
