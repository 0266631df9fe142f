import type { HeatmapPages, HeatmapPagesQuery } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatSource } from './heat-source.ts';
import type { QuestionDeps } from './question.ts';

const PAGES = 500;

/** The pages of a flight's sessions, with how much there is to draw on each. */
export async function heatPages(deps: QuestionDeps, filter: HeatmapPagesQuery): Promise<HeatmapPages> {
  const { seen, parameters } = await heatSource(deps, filter);
  const rows = await ask<HeatmapPages['pages'][number]>(
    deps.engine,
    `SELECT page AS path, sum(views) AS views, uniqExact(who) AS sessions, sum(clicks) AS clicks, sum(moves) AS moves, sum(fixations) AS fixations
     FROM ${seen} GROUP BY page ORDER BY views DESC, clicks DESC, sessions DESC, page LIMIT ${PAGES + 1}`,
    parameters,
  );
  return { pages: rows.slice(0, PAGES), more: rows.length > PAGES };
}
