import { ask, type Parameters } from './ask.ts';
import { knownSessions, type KnownSessions } from './known-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { sessionTable } from './session-table.ts';
import { uuidList } from './uuid-list.ts';

/** What a visitor did in the flights asked for. Times in ms since 1970. */
export interface VisitorRow {
  visitor: string;
  sessions: number;
  pageViews: number;
  firstAt: number;
  lastAt: number;
  entryUrl: string;
  agent: string;
}

export type VisitorSort = 'lastAt' | 'firstAt' | 'sessions' | 'pageViews';

export interface VisitorQuery {
  flights: readonly string[];
  /** Seen at or after, and before. */
  from?: number | undefined;
  to?: number | undefined;
  /** Only these visitors, or all but these. */
  only?: readonly string[];
  except?: readonly string[];
  /** Part of the visitor's id. */
  search?: string | undefined;
  sort?: VisitorSort;
  descending?: boolean;
  offset?: number;
  limit?: number;
}

/** Visitors with what they did, and how many there are on all pages. */
export async function listVisitors({ engine }: QuestionDeps, query: VisitorQuery): Promise<{ visitors: VisitorRow[]; total: number }> {
  const { flights, only, except, sort = 'lastAt', descending = true, offset = 0, limit } = query;
  if (only?.length === 0 || flights.length === 0) return { visitors: [], total: 0 };
  const conditions = [
    'visitor IS NOT NULL',
    only === undefined ? '' : `visitor IN (${uuidList(only)})`,
    except === undefined || except.length === 0 ? '' : `visitor NOT IN (${uuidList(except)})`,
    query.search ? 'position(toString(visitor), lower({search:String})) > 0' : '',
  ].filter((condition) => condition !== '');
  const seen = [query.from === undefined ? '' : 'lastAt >= {from:Int64}', query.to === undefined ? '' : 'firstAt < {to:Int64}'].filter(
    (condition) => condition !== '',
  );
  const parameters: Parameters = { offset, limit: limit ?? 0 };
  flights.forEach((flight, index) => (parameters[`flight${index}`] = flight));
  if (query.search) parameters.search = query.search;
  if (query.from !== undefined) parameters.from = query.from;
  if (query.to !== undefined) parameters.to = query.to;
  const known = await Promise.all(flights.map((flight) => knownSessions({ engine }, { flight })));
  // Each flight has a place of its own in the statement.
  const tables = known.map((of, index) => sessionsOf(conditions.join(' AND '), of).replaceAll('{flight:', `{flight${index}:`));
  const rows = await ask<VisitorRow & { total: number }>(
    engine,
    `SELECT who AS visitor, count() AS sessions, sum(pageViewsIn) AS pageViews, min(startedAt) AS firstAt, max(lastSeenAt) AS lastAt,
       argMax(url, startedAt) AS entryUrl, argMax(browser, startedAt) AS agent, count() OVER () AS total
     FROM (${tables.join(' UNION ALL ')})
     GROUP BY who ${seen.length > 0 ? `HAVING ${seen.join(' AND ')}` : ''}
     ORDER BY ${sort} ${descending ? 'DESC' : 'ASC'}, visitor ${limit === undefined ? '' : 'LIMIT {limit:UInt32} OFFSET {offset:UInt32}'}
     SETTINGS max_query_size = 16000000`,
    parameters,
  );
  return { visitors: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

const sessionsOf = (where: string, known: KnownSessions) =>
  `SELECT visitor AS who, pageViews AS pageViewsIn, startedAt, lastSeenAt, entryUrl AS url, agent AS browser
   FROM ${sessionTable(['visitor', 'pageViews', 'startedAt', 'lastSeenAt', 'entryUrl', 'agent'], known)} WHERE ${where}`;
