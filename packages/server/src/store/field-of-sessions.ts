import { ask } from './ask.ts';
import { dataField } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { sessionTable } from './session-table.ts';

/** The value of a field of the application-specific data that sessions ended with, as text; empty where they have none. */
export async function fieldOfSessions(
  { engine }: QuestionDeps,
  { flight, sessions, field }: { flight: string; sessions: readonly string[]; field: string },
): Promise<Map<string, string>> {
  if (sessions.length === 0) return new Map();
  const rows = await ask<{ session: string; value: string }>(
    engine,
    `SELECT session, ${dataField('{field:String}')} AS value FROM ${sessionTable(['data'])} WHERE session IN {sessions:Array(UUID)}`,
    { flight, sessions, field },
  );
  return new Map(rows.map(({ session, value }) => [session, value]));
}
