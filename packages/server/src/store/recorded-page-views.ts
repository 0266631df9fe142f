import type { HeatPageQuery, RecordedPageView } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatEvents } from './heat-events.ts';
import { DEVICE } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';

/** After so long a page has mostly loaded what it shows. */
const LOADED_MS = 2_500;

/** Views of a page during which the tab was recorded, the newest first, with a moment at which the page was there. */
export async function recordedPageViews(
  { engine, now }: QuestionDeps,
  { limit, path, ...filter }: HeatPageQuery & { limit: number },
): Promise<RecordedPageView[]> {
  const { from, parameters } = heatEvents(filter, path, [], now());
  return ask<RecordedPageView>(
    engine,
    `SELECT session, tab, toInt64(least(begin + ${LOADED_MS}, greatest(end, begin))) AS at, url, device FROM
      (SELECT session, tab, ifNull(toString(pageView), '') AS view, min(at) AS begin, max(at) AS end, argMin(url, at) AS url
       ${from} AND (isNotNull(pageView) OR dialect != 'native') AND (session, tab) IN (SELECT session, tab FROM recordings WHERE flight = {flight:String})
       GROUP BY session, tab, view) AS views
     LEFT JOIN (SELECT session, ${DEVICE} AS device FROM tabs WHERE flight = {flight:String} GROUP BY session) AS devices USING session
     ORDER BY begin DESC, session LIMIT {limit:UInt32}`,
    { ...parameters, limit },
  );
}
