import type { HeatPageQuery, HeatPoints } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatSource, type HeatSource } from './heat-source.ts';
import type { QuestionDeps } from './question.ts';

export type HeatViews = Pick<HeatPoints, 'sessions' | 'views' | 'viewsTold'>;

/** How many sessions saw a page, and how often. */
export async function heatViews(deps: QuestionDeps, query: HeatPageQuery): Promise<HeatViews> {
  return (await viewsOf(deps, await heatSource(deps, query)))(0);
}

/** The same of each group of a source. */
export async function viewsOf({ engine }: QuestionDeps, { seen, groups, parameters }: HeatSource): Promise<(group: number) => HeatViews> {
  const [row] = await ask<{ sessions: number[]; views: number[] }>(
    engine,
    `SELECT [${groups.map((isIn) => `uniqExactIf(who, ${isIn})`).join()}] AS sessions, [${groups.map((isIn) => `sumIf(views, ${isIn})`).join()}] AS views FROM ${seen}`,
    parameters,
  );
  return (group) => {
    const sessions = row?.sessions[group] ?? 0;
    const views = row?.views[group] ?? 0;
    // Where no view is told, each session stands for one.
    return { sessions, views: views > 0 ? views : sessions, viewsTold: views > 0 };
  };
}
