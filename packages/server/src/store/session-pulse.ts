import { ask } from './ask.ts';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';
import { LIVE_WITHIN_MS } from './session-columns.ts';

/** Whose a session is and whether it runs; undefined where nothing of it is stored. Whoever watches it asks twice a second. */
export async function sessionPulse(
  { engine, now }: QuestionDeps,
  key: SessionKey,
): Promise<{ id: string; flight: string; live: boolean } | undefined> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return undefined;
  const query = 'SELECT max(lastReceivedAt) AS receivedAt FROM tabs WHERE flight = {flight:String} AND session = {session:UUID}';
  const [row] = await ask<{ receivedAt: number }>(engine, query, { flight, session: key.session });
  const receivedAt = Number(row?.receivedAt ?? 0);
  return receivedAt === 0 ? undefined : { id: key.session, flight, live: receivedAt > now() - LIVE_WITHIN_MS };
}
