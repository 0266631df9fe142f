import type { HeatElements, HeatPageQuery } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatSource } from './heat-source.ts';
import { viewsOf } from './heat-views.ts';
import type { QuestionDeps } from './question.ts';

const ELEMENTS = 300;

/** What was clicked and looked at on a page, the most clicked first. */
export async function heatElements(deps: QuestionDeps, query: HeatPageQuery): Promise<HeatElements> {
  const source = await heatSource(deps, query);
  const { placed, parameters } = source;
  const [seen, elements] = await Promise.all([
    viewsOf(deps, source),
    ask<HeatElements['elements'][number]>(
      deps.engine,
      `SELECT path, sum(c) AS clicks, sum(s) AS sessions, sum(p) AS positions, sum(f) AS fixationMs FROM (
        SELECT path, count() AS c, uniqExact(who) AS s, 0 AS p, toFloat64(0) AS f FROM ${placed('click', ['path', 'who'])} GROUP BY path
        UNION ALL SELECT path, 0 AS c, 0 AS s, count() AS p, toFloat64(0) AS f FROM ${placed('move', ['path'])} GROUP BY path
        UNION ALL SELECT path, 0 AS c, 0 AS s, 0 AS p, sum(ms) AS f FROM ${placed('gaze', ['path', 'ms'])} GROUP BY path
       ) WHERE path != '' GROUP BY path ORDER BY clicks DESC, fixationMs DESC, positions DESC, path LIMIT ${ELEMENTS}`,
      parameters,
    ),
  ]);
  const { sessions, views } = seen(0);
  return { sessions, views, elements };
}
