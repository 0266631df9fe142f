import type { PageRow, PageSort, PagesQuery, PageTable } from '@sightline/protocol';
import { ask } from './ask.ts';
import { landmarkEvents } from './landmark-events.ts';
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

const VIEWS = landmarkEvents({ select: 'session, tab, sequence, at, page, title', where: "name = 'pageView'", as: 'once' });

/** The pages that the sessions of a filter saw, with how they came, stayed and went. */
export async function pageTable({ engine, now }: QuestionDeps, query: PagesQuery): Promise<PageTable> {
  const { find, sort = 'views', descending = sort !== 'path', offset = 0, limit = 50, ...filter } = query;
  const { from, parameters } = matchingSessions(filter, now());
  const rows = await ask<PageRow & { total: number }>(
    engine,
    `WITH chosen AS (SELECT session ${from})
     SELECT path, title, views, sessions, entries, exits, bounces, if(entries = 0, NULL, bounces / entries) AS bounceShare, medianTimeMs, count() OVER () AS total
     FROM (
       SELECT page AS path, argMax(title, at) AS title, count() AS views, uniqExact(session) AS sessions, countIf(nth = 1) AS entries,
         countIf(nth = viewsOfSession) AS exits, countIf(viewsOfSession = 1) AS bounces,
         if(countIf(timeMs > 0) = 0, NULL, toInt64(quantileExactInclusiveIf(0.5)(timeMs, timeMs > 0))) AS medianTimeMs
       FROM (
         SELECT session, at, page, title, nth, viewsOfSession, greatest(if(nextAt > 0, nextAt, tabLastAt) - at, 0) AS timeMs
         FROM (
           SELECT session, tab, at, page, title,
             row_number() OVER (PARTITION BY session ORDER BY at, tab, sequence) AS nth, count() OVER (PARTITION BY session) AS viewsOfSession,
             leadInFrame(at) OVER (PARTITION BY session, tab ORDER BY at, sequence ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS nextAt
           FROM ${VIEWS} WHERE session IN chosen
         ) AS seen
         LEFT JOIN (SELECT session, tab, max(lastAt) AS tabLastAt FROM tabs WHERE flight = {flight:String} AND session IN chosen GROUP BY session, tab) AS ended
         USING (session, tab)
       ) AS view
       GROUP BY path
     )
     ${find ? 'WHERE positionCaseInsensitiveUTF8(concat(path, char(10), title), {find:String}) > 0' : ''}
     ORDER BY ${SORTS[sort]} ${descending ? 'DESC' : 'ASC'} NULLS LAST, path LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
    { ...parameters, limit, offset, ...(find ? { find } : {}) },
  );
  return { pages: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
