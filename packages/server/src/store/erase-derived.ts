import type { QuestionDeps } from './question.ts';

/** Takes away what a rule yielded, in all its versions. */
export async function eraseDerived({ engine }: QuestionDeps, { flight, rule }: { flight: string; rule: string }): Promise<void> {
  await engine.use(async (client) => {
    for (const table of ['derived', 'derived_sessions'])
      await client.command({
        query: `DELETE FROM ${table} WHERE flight = {flight:String} AND rule = {rule:String}`,
        query_params: { flight, rule },
      });
  });
}
