import type { SessionSummary } from '@sightline/protocol';
import { ask, type Parameters } from './ask.ts';
import { presenceTimes } from './presence-times.ts';
import type { QuestionDeps, SessionKey } from './question.ts';
import { sessionRows, toSessionSummary, type SessionColumns } from './session-columns.ts';

/** One session by its id; undefined where nothing of it is stored. */
export async function sessionSummary(deps: QuestionDeps, { session, flight }: SessionKey): Promise<SessionSummary | undefined> {
  if (flight === undefined) return find(deps, 'session = {session:UUID}', { session });
  return find(deps, 'flight = {flight:String} AND session = {session:UUID}', { session, flight });
}

/** Where two flights hold the same id, the one that came first: the other was made up after it. */
async function find({ engine, now }: QuestionDeps, where: string, parameters: Parameters): Promise<SessionSummary | undefined> {
  const [row] = await ask<SessionColumns>(engine, `${sessionRows(where)} ORDER BY arrivedAt, flight LIMIT 1`, parameters);
  if (!row) return undefined;
  const times = await presenceTimes(engine, row.flight, [row.session]);
  return toSessionSummary(row, times.get(row.session), now());
}
