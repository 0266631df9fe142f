import type { HeatPageQuery, RecordedPageView } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatEvents } from './heat-events.ts';
import { DEVICE } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { sessionTable } from './session-table.ts';

/** After so long a page has mostly loaded what it shows. */
const LOADED_MS = 2_500;

/**
 * Views of a page during which it was recorded, the newest first, with a moment at which the page was there. That the tab was recorded
 * is not enough: who leaves before the recorder has begun leaves nothing but the page before in the recording.
 */
export async function recordedPageViews(
  { engine, now }: QuestionDeps,
  { limit, path, ...filter }: HeatPageQuery & { limit: number },
): Promise<RecordedPageView[]> {
  const { from, parameters } = heatEvents(filter, path, [], now());
  return ask<RecordedPageView>(
    engine,
    `SELECT session, tab, toInt64(greatest(least(begin + ${LOADED_MS}, end), recordedAt)) AS at, url, device FROM
      (SELECT session, tab, begin, end, url, recordedAt FROM
        (SELECT session, tab, ifNull(toString(pageView), '') AS view, min(at) AS begin, max(at) AS end, argMin(url, at) AS url
         ${from} AND (isNotNull(pageView) OR dialect != 'native') AND (session, tab) IN (SELECT session, tab FROM recordings WHERE flight = {flight:String})
         GROUP BY session, tab, view) AS viewed
       ASOF INNER JOIN (SELECT session, tab, at + offsetMs AS recordedAt FROM recordings WHERE flight = {flight:String}) AS chunks
         ON viewed.session = chunks.session AND viewed.tab = chunks.tab AND chunks.recordedAt >= viewed.begin
       WHERE recordedAt <= end) AS views
     LEFT JOIN (SELECT session, ${DEVICE} AS device FROM ${sessionTable(['agent'])}) AS devices USING session
     ORDER BY begin DESC, session LIMIT {limit:UInt32}`,
    { ...parameters, limit },
  );
}
