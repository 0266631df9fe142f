import type { HeatElements, HeatPageQuery } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatEvents } from './heat-events.ts';
import { heatViews } from './heat-views.ts';
import type { QuestionDeps } from './question.ts';

const ELEMENTS = 300;

/** What was clicked and looked at on a page, the most clicked first. */
export async function heatElements(deps: QuestionDeps, { path, ...filter }: HeatPageQuery): Promise<HeatElements> {
  const { from, parameters } = heatEvents(filter, path, ['click', 'cursorTracking', 'gaze_fixation'], deps.now());
  const [{ sessions, views }, elements] = await Promise.all([
    heatViews(deps, { ...filter, path }),
    ask<HeatElements['elements'][number]>(
      deps.engine,
      `SELECT path, countIf(name = 'click') AS clicks, uniqExactIf(session, name = 'click') AS sessions,
        countIf(name = 'cursorTracking') AS positions, sumIf(ifNull(durationMs, 0), name = 'gaze_fixation') AS fixationMs
       ${from} AND path != '' GROUP BY path ORDER BY clicks DESC, fixationMs DESC, positions DESC, path LIMIT ${ELEMENTS}`,
      parameters,
    ),
  ]);
  return { sessions, views, elements };
}
