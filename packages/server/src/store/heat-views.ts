import type { HeatPageQuery, HeatPoints } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatSource, type HeatSource } from './heat-source.ts';
import type { QuestionDeps } from './question.ts';

export type HeatViews = Pick<HeatPoints, 'sessions' | 'views' | 'viewsTold'>;

/** How many sessions saw a page, and how often. */
export async function heatViews(deps: QuestionDeps, query: HeatPageQuery): Promise<HeatViews> {
  const source = await heatSource(deps, query);
  const [row] = await ask<{ sessions: number; views: number }>(
    deps.engine,
    `SELECT sessions, views FROM ${seenBy(source)}`,
    source.parameters,
  );
  return viewsOf(row?.sessions ?? 0, row?.views ?? 0);
}

/** A table of one row: the `sessions` that saw it, and the `views` that were told. */
export const seenBy = ({ seen }: HeatSource): string => `(SELECT uniqExact(who) AS sessions, sum(views) AS views FROM ${seen})`;

/** Where no view is told, each session stands for one. */
export const viewsOf = (sessions: number, views: number): HeatViews => ({
  sessions,
  views: views > 0 ? views : sessions,
  viewsTold: views > 0,
});
