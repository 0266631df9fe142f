import type { HeatmapPages, HeatmapPagesQuery } from '@sightline/protocol';
import { ask } from './ask.ts';
import { ofSessions } from './of-sessions.ts';
import type { QuestionDeps } from './question.ts';

const PAGES = 500;

/** The pages of a flight's sessions, with how much there is to draw on each. */
export async function heatPages({ engine, now }: QuestionDeps, filter: HeatmapPagesQuery): Promise<HeatmapPages> {
  const sessions = ofSessions(filter, now());
  const rows = await ask<HeatmapPages['pages'][number]>(
    engine,
    `SELECT page AS path, countIf(name = 'pageView') AS views, uniqExact(session) AS sessions, countIf(name = 'click') AS clicks,
      countIf(name = 'cursorTracking') AS moves, countIf(name = 'gaze_fixation') AS fixations
     FROM events FINAL PREWHERE flight = {flight:String} AND page != '' WHERE ${sessions.sql}
     GROUP BY page ORDER BY views DESC, clicks DESC, sessions DESC, page LIMIT ${PAGES + 1}`,
    sessions.parameters,
  );
  return { pages: rows.slice(0, PAGES), more: rows.length > PAGES };
}
