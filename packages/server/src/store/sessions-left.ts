import { ask } from './ask.ts';
import { chunksOf } from './chunks-of.ts';
import { ERASED_TABLES, HASHED_TABLES } from './erase-sessions.ts';
import type { QuestionDeps } from './question.ts';
import type { SessionsOfFlight } from './sessions-of-flight.ts';

/** Those of these sessions of which any table still has a row. */
export async function sessionsLeft({ engine }: QuestionDeps, { flight, sessions }: SessionsOfFlight): Promise<string[]> {
  const left: string[] = [];
  for (const some of chunksOf(sessions)) {
    const rows = await ask<{ session: string }>(engine, `SELECT DISTINCT session FROM (${ROWS})`, { flight, sessions: some });
    left.push(...rows.map(({ session }) => session));
  }
  return left;
}

const ROWS = [
  ...ERASED_TABLES.map((table) => `SELECT session FROM ${table} WHERE flight = {flight:String} AND session IN {sessions:Array(UUID)}`),
  ...HASHED_TABLES.map(
    (table) =>
      `SELECT arrayJoin({sessions:Array(UUID)}) AS session WHERE sipHash64(session) IN (SELECT session FROM ${table} WHERE flight = {flight:String})`,
  ),
].join(' UNION ALL ');
