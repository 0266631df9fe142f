import type { SessionPage, SessionQuery, SessionSort } from '@sightline/protocol';
import { ANSWER_SETTINGS, ask, type Parameters } from './ask.ts';
import type { QuestionDeps } from './question.ts';
import { LAST_AT, LIVE_WITHIN_MS, sessionRows, STARTED_AT, toSessionSummary, type SessionColumns } from './session-columns.ts';

const PAGE = 50;

/** What a sort looks at; counts are in the tabs' sets, the rest is plain columns. */
const SORTS: Record<SessionSort, string> = {
  startedAt: STARTED_AT,
  lastAt: LAST_AT,
  durationMs: `${LAST_AT} - ${STARTED_AT}`,
  events: 'sum(eventCount)',
  clicks: 'sum(clickCount)',
  pageViews: 'sum(pageViewCount)',
};

/** A page of a flight's sessions. Finds the page's ids with as few columns as its filter and sort need, then reads those. */
export async function listSessions({ engine, now }: QuestionDeps, query: SessionQuery): Promise<SessionPage> {
  const { flight, sort = 'startedAt', descending = true, offset = 0, limit = PAGE } = query;
  const at = now();
  const answer = await engine.use(async (client) => {
    const result = await client.query({
      query: `SELECT session FROM ${narrowTabs(query)} GROUP BY session ${having(query)}
        ORDER BY ${SORTS[sort]} ${descending ? 'DESC' : 'ASC'}, session LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
      query_params: { ...filterParameters(query, at), flight, limit, offset },
      format: 'JSONCompact',
      clickhouse_settings: { ...ANSWER_SETTINGS, exact_rows_before_limit: 1 },
    });
    return result.json<[string]>();
  });
  const total = answer.rows_before_limit_at_least ?? answer.data.length;
  const ids = answer.data.map(([id]) => id);
  const rows = await rowsOfSessions(engine, flight, ids);
  return { sessions: ids.flatMap((id) => rows.get(id) ?? []).map((row) => toSessionSummary(row, at)), total };
}

/**
 * The rollup as the filter and the sort need it. Only counts need a tab's rows put together before the session's, and sets
 * of sequences are most of a tab's bytes.
 */
function narrowTabs({ sort, minEvents, search }: SessionQuery): string {
  const counts = [
    sort === 'events' || minEvents !== undefined ? 'groupBitmapMerge(stored) AS eventCount' : '',
    sort === 'clicks' ? 'groupBitmapMerge(clicks) AS clickCount' : '',
    sort === 'pageViews' ? 'groupBitmapMerge(pageViews) AS pageViewCount' : '',
  ].filter((count) => count !== '');
  const tabs = `tabs WHERE flight = {flight:String}${isGiven(search) ? ` AND session IN (${MENTIONING})` : ''}`;
  return counts.length === 0 ? tabs : `(SELECT session, tab, ${COLUMNS}, ${counts.join(', ')} FROM ${tabs} GROUP BY session, tab)`;
}

const COLUMNS = `min(firstAt) AS firstAt, max(lastAt) AS lastAt, min(firstReceivedAt) AS firstReceivedAt, max(lastReceivedAt) AS lastReceivedAt,
  max(visitor) AS visitor, max(sessionRef) AS sessionRef, min(entry) AS entry, max(latest) AS latest`;

/**
 * Sessions that may be what is searched for: what a session shows is in one of its rows. Looking through rows takes a fifth of
 * the time that putting all sessions together does; the few that are left are looked at exactly (`SEARCHED`).
 */
const MENTIONING = `SELECT session FROM tabs WHERE flight = {flight:String} AND (${[
  'toString(session)',
  'sessionRef',
  "ifNull(toString(visitor), '')",
  'entry.url',
  'latest.applicationSpecificData',
]
  .map((text) => `positionCaseInsensitiveUTF8(${text}, {search:String}) > 0`)
  .join(' OR ')})`;

const SEARCHED = `concatWithSeparator('\\n', toString(session), max(sessionRef), ifNull(toString(max(visitor)), ''), min(entry).url,
  arrayStringConcat(JSONExtractKeysAndValuesRaw(max(latest).applicationSpecificData).2, '\\n'))`;

function having({ from, to, live, minEvents, search }: SessionQuery): string {
  const conditions = [
    from === undefined ? '' : `${STARTED_AT} >= {from:Int64}`,
    to === undefined ? '' : `${STARTED_AT} < {to:Int64}`,
    live === undefined ? '' : `(max(lastReceivedAt) > {liveSince:Int64}) = {live:Bool}`,
    minEvents === undefined ? '' : 'sum(eventCount) >= {minEvents:UInt64}',
    isGiven(search) ? `positionCaseInsensitiveUTF8(${SEARCHED}, {search:String}) > 0` : '',
  ].filter((condition) => condition !== '');
  return conditions.length > 0 ? `HAVING ${conditions.join(' AND ')}` : '';
}

function filterParameters({ from, to, live, minEvents, search }: SessionQuery, at: number): Parameters {
  const asked = {
    from,
    to,
    live,
    liveSince: live === undefined ? undefined : at - LIVE_WITHIN_MS,
    minEvents,
    search: isGiven(search) ? search : undefined,
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

const isGiven = (search: string | undefined): search is string => search !== undefined && search !== '';

async function rowsOfSessions(engine: QuestionDeps['engine'], flight: string, ids: string[]): Promise<Map<string, SessionColumns>> {
  if (ids.length === 0) return new Map();
  const rows = await ask<SessionColumns>(engine, sessionRows('flight = {flight:String} AND session IN {ids:Array(UUID)}'), { flight, ids });
  return new Map(rows.map((row) => [row.session, row]));
}
