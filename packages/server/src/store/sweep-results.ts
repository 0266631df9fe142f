import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** Takes away results of sessions that were erased while they were being measured. */
export async function sweepResults({ engine }: QuestionDeps, { flight }: { flight: string }): Promise<void> {
  for (const { found, tables, erased } of SWEPT) {
    const [left] = await ask<{ sessions: number }>(engine, `SELECT count() AS sessions FROM ${found} WHERE ${erased}`, { flight });
    if (!left || left.sessions === 0) continue;
    for (const table of tables)
      await engine.use((client) => client.command({ query: `DELETE FROM ${table} WHERE ${erased}`, query_params: { flight } }));
  }
}

const notIn = (id: string): string => `flight = {flight:String} AND session NOT IN (SELECT ${id} FROM tabs WHERE flight = {flight:String})`;

const SWEPT = [
  { found: 'measured', tables: ['results', 'measured'], erased: notIn('session') },
  { found: 'readings', tables: ['readings'], erased: notIn('sipHash64(session)') },
];
