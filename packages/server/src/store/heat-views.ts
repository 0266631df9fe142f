import type { HeatPageQuery, HeatPoints } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatEvents } from './heat-events.ts';
import { landmarkEvents } from './landmark-events.ts';
import type { QuestionDeps } from './question.ts';

export type HeatViews = Pick<HeatPoints, 'sessions' | 'views' | 'viewsTold'>;

/** How many sessions saw a page, and how often. */
export async function heatViews({ engine, now }: QuestionDeps, { path, ...filter }: HeatPageQuery): Promise<HeatViews> {
  const { stored, isPage, isChosen, parameters } = heatEvents(filter, path, [], now());
  const viewed = landmarkEvents({ select: 'session', where: `name = 'pageView' AND ${isPage} AND ${isChosen}`, as: 'once' });
  const [row] = await ask<{ sessions: number; views: number }>(
    engine,
    `SELECT sessions, views FROM (SELECT uniqExact(session) AS sessions ${stored} AND ${isChosen}) AS seen, (SELECT count() AS views FROM ${viewed}) AS told`,
    parameters,
  );
  const { sessions = 0, views = 0 } = row ?? {};
  return { sessions, views: views > 0 ? views : sessions, viewsTold: views > 0 };
}
