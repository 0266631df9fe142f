import type { PageRow, PageSort, PagesQuery, PageTable } from '@sightline/protocol';
import { ask } from './ask.ts';
import { knownSessions } from './known-sessions.ts';
import { matchingSessions } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';

/** A full record, so that what stands in a statement is never somebody's text. */
const SORTS: Record<PageSort, string> = {
  views: 'views',
  sessions: 'sessions',
  entries: 'entries',
  exits: 'exits',
  medianTimeMs: 'medianTimeMs',
  bounceShare: 'bounceShare',
  path: 'path',
};

/** The pages that the sessions of a filter saw, with how they came, stayed and went. */
export async function pageTable({ engine, now }: QuestionDeps, query: PagesQuery): Promise<PageTable> {
  const { find, sort = 'views', descending = sort !== 'path', offset = 0, limit = 50, ...filter } = query;
  const known = await knownSessions({ engine }, { flight: filter.flight, steps: filter.sequence ?? [] });
  const { from, parameters } = matchingSessions(filter, now(), ['wayNames', 'wayPages', 'wayTitles', 'wayAt', 'wayStayMs'], known);
  const views = ['wayPages', 'wayTitles', 'wayAt', 'wayStayMs'].map(
    (column) => `arrayFilter((each, name) -> name = 'pageView', ${column}, wayNames) AS ${column}OfViews`,
  );
  const rows = await ask<PageRow & { total: number }>(
    engine,
    `SELECT path, title, views, sessions, entries, exits, bounces, if(entries = 0, NULL, bounces / entries) AS bounceShare, medianTimeMs, count() OVER () AS total
     FROM (
       SELECT page AS path, argMax(title, at) AS title, count() AS views, countIf(nthOfPage = 1) AS sessions, countIf(nth = 1) AS entries,
         countIf(nth = viewsOfSession) AS exits, countIf(viewsOfSession = 1) AS bounces,
         if(countIf(timeMs > 0) = 0, NULL, toInt64(quantileExactInclusiveIf(0.5)(timeMs, timeMs > 0))) AS medianTimeMs
       FROM (SELECT ${views.join(', ')}, length(wayPagesOfViews) AS viewsOfSession ${from})
       ARRAY JOIN wayPagesOfViews AS page, wayTitlesOfViews AS title, wayAtOfViews AS at, wayStayMsOfViews AS timeMs,
         arrayEnumerate(wayPagesOfViews) AS nth, arrayEnumerateUniq(wayPagesOfViews) AS nthOfPage
       GROUP BY path
     )
     ${find ? 'WHERE positionCaseInsensitiveUTF8(concat(path, char(10), title), {find:String}) > 0' : ''}
     ORDER BY ${SORTS[sort]} ${descending ? 'DESC' : 'ASC'} NULLS LAST, path LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
    { ...parameters, limit, offset, ...(find ? { find } : {}) },
  );
  return { pages: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
