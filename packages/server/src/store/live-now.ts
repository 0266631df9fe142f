import { ask } from './ask.ts';
import { cameOfTabs } from './came-of-tabs.ts';
import { EVENT_COLUMNS, toStoredEvent, type EventColumns } from './event-columns.ts';
import { presenceTimes } from './presence-times.ts';
import type { QuestionDeps } from './question.ts';
import { LIVE_WITHIN_MS, sessionRows, toSessionSummary, type SessionColumns } from './session-columns.ts';
import type { SessionSummary, StoredEvent } from '@sightline/protocol';

/** What a flight's pages sent in the last minute. */
export interface LiveNow {
  at: number;
  /** The last to say something first. */
  sessions: (SessionSummary & { missing: number })[];
  /** Their events of that minute, the newest first. */
  events: StoredEvent[];
}

/** More people at once than anybody watches one by one. */
const MOST_SESSIONS = 200;
const MOST_EVENTS = 3_000;

/** Who is on a flight's pages, and what they do. */
export async function liveNow({ engine, now }: QuestionDeps, { flight }: { flight: string }): Promise<LiveNow> {
  const at = now();
  const since = at - LIVE_WITHIN_MS;
  const rows = await ask<SessionColumns>(
    engine,
    `${sessionRows(`flight = {flight:String} AND session IN (SELECT session FROM tabs WHERE flight = {flight:String} AND lastReceivedAt > {since:Int64})`)}
     ORDER BY receivedAt DESC, session LIMIT ${MOST_SESSIONS}`,
    { flight, since },
  );
  const sessions = rows.map(({ session }) => session);
  if (sessions.length === 0) return { at, sessions: [], events: [] };
  const key = 'flight = {flight:String} AND session IN {sessions:Array(UUID)}';
  const lost = await ask<{ session: string; missing: number }>(
    engine,
    `SELECT session, sum(expected - arrived) AS missing FROM (${cameOfTabs(key)}) WHERE isNumbered GROUP BY session`,
    { flight, sessions },
  );
  const times = await presenceTimes(engine, flight, sessions);
  const missing = new Map(lost.map((row) => [row.session, row.missing]));
  const events = await ask<EventColumns>(
    engine,
    `SELECT ${EVENT_COLUMNS} FROM events FINAL PREWHERE ${key} AND arrival >= {since:Int64} * 1000 WHERE receivedAt > {since:Int64}
     ORDER BY at DESC, tab, sequence DESC LIMIT ${MOST_EVENTS}`,
    { flight, sessions, since },
  );
  return {
    at,
    sessions: rows.map((row) => ({ ...toSessionSummary(row, times.get(row.session), at), missing: missing.get(row.session) ?? 0 })),
    events: events.map(toStoredEvent),
  };
}
