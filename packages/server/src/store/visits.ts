import type { PersonPage, Visit } from '@sightline/protocol';
import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';
import { uuidList } from './uuid-list.ts';

/** Whose page views, in which flights. */
export interface VisitsKey {
  flights: readonly string[];
  visitors: readonly string[];
}

/** Page views of visitors, newest first, and how many there are. */
export async function visits(
  { engine }: QuestionDeps,
  { offset = 0, limit = 100, search, ...key }: VisitsKey & { offset?: number; limit?: number; search?: string },
): Promise<{ visits: Visit[]; total: number }> {
  if (key.visitors.length === 0) return { visits: [], total: 0 };
  const rows = await ask<Visit & { total: number }>(
    engine,
    `SELECT at, serverAt, wallAt, offsetMinutes, url, title, timeMs, session, tab, visitor, flight, count() OVER () AS total FROM (${visitRows(key)})
     ${search ? 'WHERE positionCaseInsensitiveUTF8(concat(url, char(10), title), {search:String}) > 0' : ''}
     ORDER BY at DESC, session, tab LIMIT {limit:UInt32} OFFSET {offset:UInt32} SETTINGS max_query_size = 16000000`,
    { flights: [...key.flights], offset, limit, ...(search ? { search } : {}) },
  );
  return { visits: rows.map(({ total: _total, ...visit }) => visit), total: rows[0]?.total ?? 0 };
}

/** How visitors' page views fall on pages, the most viewed first, at most 200. */
export async function visitedPages({ engine }: QuestionDeps, key: VisitsKey): Promise<PersonPage[]> {
  if (key.visitors.length === 0) return [];
  return ask<PersonPage>(
    engine,
    `SELECT cutQueryStringAndFragment(url) AS url, argMax(title, at) AS title, count() AS views, sum(ifNull(timeMs, 0)) AS timeMs, max(at) AS lastAt
     FROM (${visitRows(key)}) GROUP BY url ORDER BY views DESC, timeMs DESC, url LIMIT 200 SETTINGS max_query_size = 16000000`,
    { flights: [...key.flights] },
  );
}

/** Page views with the time until the tab's next one or its last sign of life. */
const visitRows = ({ visitors }: VisitsKey) => `
  SELECT at, if(offsetMs IS NULL, receivedAt, at) AS serverAt, at + wallAhead AS wallAt, JSONExtract(details, 'offsetMinutes', 'Nullable(Int32)') AS offsetMinutes, view.url AS url,
    JSONExtractString(details, 'title') AS title, nullIf(greatest(if(nextAt > 0, nextAt, ended.tabLastAt) - at, 0), 0) AS timeMs,
    session, tab, ended.tabVisitor AS visitor, flight
  FROM (
    SELECT flight, session, tab, at, receivedAt, offsetMs, wallAhead, details, url,
      leadInFrame(at) OVER (PARTITION BY session, tab ORDER BY at, sequence ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS nextAt
    FROM events FINAL
    WHERE flight IN {flights:Array(String)} AND name = 'pageView' AND session IN (SELECT session FROM ${tabsOf(visitors)})
  ) AS view
  INNER JOIN (SELECT flight, session, tab, max(lastAt) AS tabLastAt, max(visitor) AS tabVisitor FROM ${tabsOf(visitors)} GROUP BY flight, session, tab) AS ended
  USING (flight, session, tab)`;

const tabsOf = (visitors: readonly string[]) => `tabs WHERE flight IN {flights:Array(String)} AND visitor IN (${uuidList(visitors)})`;
