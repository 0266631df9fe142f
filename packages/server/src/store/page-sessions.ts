import type { HeatPageQuery } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatEvents } from './heat-events.ts';
import type { QuestionDeps } from './question.ts';

/** The newest sessions that saw a page. */
export async function pageSessions(
  { engine, now }: QuestionDeps,
  { limit, path, ...filter }: HeatPageQuery & { limit: number },
): Promise<string[]> {
  const { from, parameters } = heatEvents(filter, path, [], now());
  const rows = await ask<{ session: string }>(
    engine,
    `SELECT session ${from} GROUP BY session ORDER BY max(at) DESC, session LIMIT {limit:UInt32}`,
    { ...parameters, limit },
  );
  return rows.map(({ session }) => session);
}
