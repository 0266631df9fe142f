import type { FlightHealth } from '@sightline/protocol';
import { ask } from './ask.ts';
import { knownSessions, type KnownSessions } from './known-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { sessionTable } from './session-table.ts';

/** What the store knows of a flight's health; the spool knows the rest. */
export type FlightTotals = Pick<FlightHealth, 'lastEventAt' | 'eventsLastMinute' | 'refusedLastHour' | 'sessions' | 'events'>;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Whether anything arrives in a flight, and how much there is. */
export async function flightTotals({ engine, now }: QuestionDeps, flight: string): Promise<FlightTotals> {
  const at = now();
  const [row] = await ask<FlightTotals>(engine, queryOf(await knownSessions({ engine }, { flight })), {
    flight,
    minuteAgo: at - MINUTE_MS,
    hourAgo: at - HOUR_MS,
  });
  return row ?? { lastEventAt: null, eventsLastMinute: 0, refusedLastHour: 0, sessions: 0, events: 0 };
}

/**
 * Nothing arrives before it was received: the bound on arrival spares the reading of older months. The rollup knows which sessions
 * sent something lately, and events lie by session: only theirs are looked at.
 */
const queryOf = (known: KnownSessions) => `
  SELECT lastEventAt, eventsLastMinute, refusedLastHour, sessions, events FROM
    (SELECT nullIf(max(receivedAt), 0) AS lastEventAt, count() AS sessions, sum(events) AS events
     FROM ${sessionTable(['receivedAt', 'events'], known)}) AS totals,
    (SELECT uniqExact(session, tab, sequence) AS eventsLastMinute FROM events
     WHERE flight = {flight:String} AND arrival >= {minuteAgo:Int64} * 1000 AND receivedAt >= {minuteAgo:Int64}
       AND session IN (SELECT session FROM tabs WHERE flight = {flight:String} AND lastReceivedAt >= {minuteAgo:Int64})) AS lately,
    (SELECT count() AS refusedLastHour FROM refused FINAL WHERE flight = {flight:String} AND receivedAt >= {hourAgo:Int64}) AS aside`;
