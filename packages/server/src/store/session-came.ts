import { ask } from './ask.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

/** Where a session belongs, and since when anything of it was here, on the server's clock; undefined where nothing of it is stored. */
export async function sessionCame(
  { engine }: QuestionDeps,
  { session, flight }: SessionKey,
): Promise<{ flight: string; at: number } | undefined> {
  const [found] = await ask<{ flight: string; at: number }>(
    engine,
    `SELECT flight, min(firstReceivedAt) AS at FROM tabs
     WHERE session = {session:UUID} ${flight === undefined ? '' : 'AND flight = {flight:String}'}
     GROUP BY flight ORDER BY at, flight LIMIT 1`,
    { session, ...(flight !== undefined && { flight }) },
  );
  return found;
}
