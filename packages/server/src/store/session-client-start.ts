import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** The client's own clock at a session's first event, ms since 1970; undefined where the flight has no such session. */
export async function sessionClientStart(
  { engine }: QuestionDeps,
  { flight, session }: { flight: string; session: string },
): Promise<number | undefined> {
  const [row] = await ask<{ events: number; start: number }>(
    engine,
    'SELECT count() AS events, min(at + wallAhead) AS start FROM events WHERE flight = {flight:String} AND session = {session:UUID}',
    { flight, session },
  );
  return row && row.events > 0 ? row.start : undefined;
}
