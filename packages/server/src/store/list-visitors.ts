import { ask, type Parameters } from './ask.ts';
import type { QuestionDeps } from './question.ts';
import { NO_EVENT } from './session-columns.ts';
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
  if (only?.length === 0) return { visitors: [], total: 0 };
  const conditions = [
    'flight IN {flights:Array(String)}',
    'visitor IS NOT NULL',
    only === undefined ? '' : `visitor IN (${uuidList(only)})`,
    except === undefined || except.length === 0 ? '' : `visitor NOT IN (${uuidList(except)})`,
    query.search ? 'position(toString(visitor), lower({search:String})) > 0' : '',
  ].filter((condition) => condition !== '');
  const seen = [query.from === undefined ? '' : 'lastAt >= {from:Int64}', query.to === undefined ? '' : 'firstAt < {to:Int64}'].filter(
    (condition) => condition !== '',
  );
  const parameters: Parameters = { flights: [...flights], offset, limit: limit ?? 0 };
  if (query.search) parameters.search = query.search;
  if (query.from !== undefined) parameters.from = query.from;
  if (query.to !== undefined) parameters.to = query.to;
  const rows = await ask<VisitorRow & { total: number }>(
    engine,
    `SELECT tabVisitor AS visitor, uniqExact(session) AS sessions, sum(pageViewCount) AS pageViews, min(tabFirstAt) AS firstAt, max(tabLastAt) AS lastAt,
       argMax(entryUrl, tabFirstAt) AS entryUrl, argMax(tabAgent, tabFirstAt) AS agent, count() OVER () AS total
     FROM (
       SELECT session, tab, max(visitor) AS tabVisitor, if(min(firstAt) = ${NO_EVENT}, min(firstReceivedAt), min(firstAt)) AS tabFirstAt,
         if(max(lastAt) = -${NO_EVENT}, max(lastReceivedAt), max(lastAt)) AS tabLastAt, min(entry).url AS entryUrl, max(agent) AS tabAgent,
         groupBitmapMerge(pageViews) AS pageViewCount
       FROM tabs WHERE ${conditions.join(' AND ')} GROUP BY flight, session, tab
     )
     GROUP BY tabVisitor ${seen.length > 0 ? `HAVING ${seen.join(' AND ')}` : ''}
     ORDER BY ${sort} ${descending ? 'DESC' : 'ASC'}, visitor ${limit === undefined ? '' : 'LIMIT {limit:UInt32} OFFSET {offset:UInt32}'}
     SETTINGS max_query_size = 16000000`,
    parameters,
  );
  return { visitors: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
