import type { SessionPage, SessionQuery, SessionSort } from '@sightline/protocol';
import { ANSWER_SETTINGS, ask } from './ask.ts';
import { matchingSessions, type Counted } from './matching-sessions.ts';
import { presenceOf, presenceTimes, type PresenceTimes } from './presence-times.ts';
import type { QuestionDeps } from './question.ts';
import { LAST_AT, sessionRows, STARTED_AT, toSessionSummary, type SessionColumns } from './session-columns.ts';

const PAGE = 50;

/** What a sort looks at; counts are in the tabs' sets, the rest is plain columns. */
const SORTS: Record<SessionSort, { by: string; counted?: Counted; presence?: 'openMs' | 'visibleMs' | 'activeMs' }> = {
  startedAt: { by: STARTED_AT },
  lastAt: { by: LAST_AT },
  durationMs: { by: `${LAST_AT} - ${STARTED_AT}` },
  events: { by: 'sum(eventCount)', counted: 'eventCount' },
  clicks: { by: 'sum(clickCount)', counted: 'clickCount' },
  pageViews: { by: 'sum(pageViewCount)', counted: 'pageViewCount' },
  openMs: { by: 'openMs', presence: 'openMs' },
  visibleMs: { by: 'visibleMs', presence: 'visibleMs' },
  activeMs: { by: 'activeMs', presence: 'activeMs' },
};

/** A page of a flight's sessions. Finds the page's ids with as few columns as its filter and sort need, then reads those. */
export async function listSessions({ engine, now }: QuestionDeps, query: SessionQuery): Promise<SessionPage> {
  const { flight, sort = 'startedAt', descending = true, offset = 0, limit = PAGE } = query;
  const at = now();
  const { by, counted, presence } = SORTS[sort];
  const matching = matchingSessions(query, at, counted === undefined ? [] : [counted]);
  const answer = await engine.use(async (client) => {
    const result = await client.query({
      query: `SELECT session ${presence ? withPresence(matching.from, presence) : matching.from}
        ORDER BY ${presence ? `isNull(${presence}), ` : ''}${by} ${descending ? 'DESC' : 'ASC'}, session LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
      query_params: { ...matching.parameters, limit, offset },
      format: 'JSONCompact',
      clickhouse_settings: { ...ANSWER_SETTINGS, exact_rows_before_limit: 1, join_use_nulls: 1 },
    });
    return result.json<[string]>();
  });
  const total = answer.rows_before_limit_at_least ?? answer.data.length;
  const ids = answer.data.map(([id]) => id);
  const [rows, times] = await Promise.all([rowsOfSessions(engine, flight, ids), presenceTimes(engine, flight, ids)]);
  return { sessions: ids.flatMap((id) => rows.get(id) ?? []).map((row) => toSessionSummary(row, times.get(row.session), at)), total };
}

/** Sessions that never told their presence come last, whatever the direction. */
const withPresence = (from: string, time: keyof PresenceTimes) =>
  `FROM (SELECT session ${from}) AS matching LEFT JOIN (
    SELECT session, ${presenceOf(time)} FROM presence_times WHERE flight = {flight:String} GROUP BY session
  ) AS presence USING (session)`;

async function rowsOfSessions(engine: QuestionDeps['engine'], flight: string, ids: string[]): Promise<Map<string, SessionColumns>> {
  if (ids.length === 0) return new Map();
  const rows = await ask<SessionColumns>(engine, sessionRows('flight = {flight:String} AND session IN {ids:Array(UUID)}'), { flight, ids });
  return new Map(rows.map((row) => [row.session, row]));
}
