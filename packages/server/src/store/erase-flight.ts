import { ERASED_TABLES, HASHED_TABLES } from './erase-sessions.ts';
import { OF_READINGS } from './mark-readings.ts';
import type { QuestionDeps } from './question.ts';

/** Makes everything of a flight unreadable at once, in every table; its bytes go with the next merges. */
export async function eraseFlight({ engine }: QuestionDeps, { flight }: { flight: string }): Promise<void> {
  await engine.use(async (client) => {
    for (const table of [...ERASED_TABLES, ...HASHED_TABLES, 'assets', 'erased']) {
      await client.command({ query: `DELETE FROM ${table} WHERE flight = {flight:String}`, query_params: { flight } });
    }
    await client.command({ query: `DELETE FROM gathered WHERE ${OF_READINGS}`, query_params: { flight } });
  });
}
