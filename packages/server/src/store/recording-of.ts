import type { JsonObject, StoredRecording } from '@sightline/protocol';
import { askOneByOne } from './ask.ts';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

/** A session's recording, chunk by chunk in time order, each chunk once. */
export async function* recordingOf({ engine }: QuestionDeps, key: SessionKey): AsyncGenerator<StoredRecording, void> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return;
  const rows = askOneByOne<Omit<StoredRecording, 'events'> & { events: string }>(
    engine,
    `SELECT session, tab, sequence, at, until, events FROM recordings FINAL
     WHERE flight = {flight:String} AND session = {session:UUID} ORDER BY at, toString(tab), sequence`,
    { flight, session: key.session },
  );
  for await (const { session, tab, sequence, at, until, events } of rows) {
    yield { session, tab, sequence, at, until, events: JSON.parse(events) as JsonObject[] };
  }
}
