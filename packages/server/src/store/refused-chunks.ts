import { ask } from './ask.ts';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

/** A chunk that was kept aside; its number where that could be read. */
export interface RefusedChunk {
  tab: string;
  sequence: number | null;
}

/** The chunks of a session's recording that came and could not be read. */
export async function refusedChunks({ engine }: QuestionDeps, key: SessionKey): Promise<RefusedChunk[]> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return [];
  return ask<RefusedChunk>(
    engine,
    `SELECT tab, sequence FROM refused FINAL WHERE flight = {flight:String} AND session = {session:UUID} AND kind = 'recording'`,
    { flight, session: key.session },
  );
}
