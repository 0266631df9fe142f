import type { SessionPage, SessionQuery, SessionSort } from '@sightline/protocol';
import { ANSWER_SETTINGS, ask } from './ask.ts';
import { knownSessions, type KnownSessions } from './known-sessions.ts';
import { matchingSessions } from './matching-sessions.ts';
import type { PresenceTimes } from './presence-times.ts';
import type { QuestionDeps } from './question.ts';
import { toSessionSummary, type SessionColumns } from './session-columns.ts';
import { sessionTable, type SessionColumn } from './session-table.ts';

const PAGE = 50;

/** What a sort looks at. Sessions that never told their presence come last, whatever the direction. */
const SORTS: Record<SessionSort, { by: string; of: SessionColumn[]; last?: string }> = {
  startedAt: { by: 'startedAt', of: ['startedAt'] },
  lastAt: { by: 'lastSeenAt', of: ['lastSeenAt'] },
  durationMs: { by: 'lastSeenAt - startedAt', of: ['lastSeenAt', 'startedAt'] },
  events: { by: 'events', of: ['events'] },
  clicks: { by: 'clicks', of: ['clicks'] },
  pageViews: { by: 'pageViews', of: ['pageViews'] },
  openMs: { by: 'openMs', of: ['openMs'], last: 'isNull(openMs), ' },
  visibleMs: { by: 'visibleMs', of: ['visibleMs'], last: 'isNull(visibleMs), ' },
  activeMs: { by: 'activeMs', of: ['activeMs'], last: 'isNull(activeMs), ' },
};

/** A page of a flight's sessions. Finds the page's ids with as few columns as its filter and sort need, then reads those. */
export async function listSessions({ engine, now }: QuestionDeps, query: SessionQuery): Promise<SessionPage> {
  const { flight, sort = 'startedAt', descending = true, offset = 0, limit = PAGE } = query;
  const at = now();
  const { by, of, last = '' } = SORTS[sort];
  const known = await knownSessions({ engine }, { flight, steps: query.sequence ?? [] });
  const matching = matchingSessions(query, at, of, known);
  const answer = await engine.use(async (client) => {
    const result = await client.query({
      query: `SELECT session ${matching.from}
        ORDER BY ${last}${by} ${descending ? 'DESC' : 'ASC'}, session LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
      query_params: { ...matching.parameters, limit, offset },
      format: 'JSONCompact',
      clickhouse_settings: { ...ANSWER_SETTINGS, exact_rows_before_limit: 1 },
    });
    return result.json<[string]>();
  });
  const total = answer.rows_before_limit_at_least ?? answer.data.length;
  const ids = answer.data.map(([id]) => id);
  const rows = await rowsOfSessions(engine, { flight, ids, known });
  return { sessions: ids.flatMap((id) => rows.get(id) ?? []).map((row) => toSessionSummary(row, row, at)), total };
}

async function rowsOfSessions(
  engine: QuestionDeps['engine'],
  { flight, ids, known }: { flight: string; ids: string[]; known: KnownSessions },
) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await ask<SessionColumns & PresenceTimes>(
    engine,
    `SELECT {flight:String} AS flight, * FROM ${sessionTable(SHOWN, known)} WHERE session IN {ids:Array(UUID)}`,
    { flight, ids },
  );
  return new Map(rows.map((row) => [row.session, row]));
}

const SHOWN: SessionColumn[] = [
  'ref',
  'visitor',
  'dialect',
  'agent',
  'startedAt',
  'lastSeenAt',
  'receivedAt',
  'entryUrl',
  'data',
  'events',
  'clicks',
  'pageViews',
  'tabs',
  'openMs',
  'visibleMs',
  'focusedMs',
  'activeMs',
];
