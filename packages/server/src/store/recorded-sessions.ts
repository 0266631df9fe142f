import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** Those of some sessions that have a recording. */
export async function recordedSessions(
  { engine }: QuestionDeps,
  { flight, sessions }: { flight: string; sessions: readonly string[] },
): Promise<Set<string>> {
  if (sessions.length === 0) return new Set();
  const rows = await ask<{ session: string }>(
    engine,
    'SELECT DISTINCT session FROM recordings WHERE flight = {flight:String} AND session IN {sessions:Array(UUID)}',
    { flight, sessions },
  );
  return new Set(rows.map(({ session }) => session));
}
