import type { Engine } from '../engine/engine.ts';
import { ask } from './ask.ts';
import type { SessionKey } from './question.ts';

/** The flight of a session, which leads every table's key; undefined where nothing of the session is stored. */
export async function flightOf(engine: Engine, { session, flight }: SessionKey): Promise<string | undefined> {
  if (flight !== undefined) return flight;
  const query = 'SELECT flight FROM tabs WHERE session = {session:UUID} GROUP BY flight ORDER BY min(firstReceivedAt), flight LIMIT 1';
  return (await ask<{ flight: string }>(engine, query, { session }))[0]?.flight;
}
