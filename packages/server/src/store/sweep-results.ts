import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** Takes away results of sessions that were erased while they were being measured. */
export async function sweepResults({ engine }: QuestionDeps, { flight }: { flight: string }): Promise<void> {
  const [left] = await ask<{ sessions: number }>(engine, `SELECT count() AS sessions FROM measured WHERE ${ERASED}`, { flight });
  if (!left || left.sessions === 0) return;
  for (const table of ['results', 'measured']) {
    await engine.use((client) => client.command({ query: `DELETE FROM ${table} WHERE ${ERASED}`, query_params: { flight } }));
  }
}

const ERASED = 'flight = {flight:String} AND session NOT IN (SELECT session FROM tabs WHERE flight = {flight:String})';
