import { ask } from './ask.ts';
import type { QuestionDeps, SessionKey } from './question.ts';
import { LIVE_WITHIN_MS, STARTED_AT } from './session-columns.ts';

/** Whose a session is, when it began and whether it runs. */
export interface SessionPulse {
  id: string;
  flight: string;
  startedAt: number;
  live: boolean;
}

/** The least that is known of a session, in one question; undefined where nothing of it is stored. Whoever watches it asks again and again. */
export async function sessionPulse({ engine, now }: QuestionDeps, { session, flight }: SessionKey): Promise<SessionPulse | undefined> {
  const [row] = await ask<{ flight: string; startedAt: number; receivedAt: number }>(
    engine,
    `SELECT flight, ${STARTED_AT} AS startedAt, max(lastReceivedAt) AS receivedAt FROM tabs
     WHERE ${flight === undefined ? '' : 'flight = {flight:String} AND '}session = {session:UUID}
     GROUP BY flight ORDER BY min(firstReceivedAt), flight LIMIT 1`,
    { session, ...(flight !== undefined && { flight }) },
  );
  return row && { id: session, flight: row.flight, startedAt: row.startedAt, live: row.receivedAt > now() - LIVE_WITHIN_MS };
}
