import type { HeatPageQuery, HeatPoints } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatEvents } from './heat-events.ts';
import type { QuestionDeps } from './question.ts';

export type HeatViews = Pick<HeatPoints, 'sessions' | 'views' | 'viewsTold'>;

/** How many sessions saw a page, and how often. */
export async function heatViews({ engine, now }: QuestionDeps, { path, ...filter }: HeatPageQuery): Promise<HeatViews> {
  const { from, parameters } = heatEvents(filter, path, [], now());
  const [row] = await ask<{ sessions: number; views: number }>(
    engine,
    `SELECT uniqExact(session) AS sessions, countIf(name = 'pageView') AS views ${from}`,
    parameters,
  );
  const { sessions = 0, views = 0 } = row ?? {};
  return { sessions, views: views > 0 ? views : sessions, viewsTold: views > 0 };
}
