import type { Dialect, JsonObject, SessionSummary } from '@sightline/protocol';
import type { PresenceTimes } from './presence-times.ts';

/** A session is live while its last event came so lately. */
export const LIVE_WITHIN_MS = 60_000;

/** `firstAt` and `lastAt` of a tab that sent no events, only a recording or what was refused. */
export const NO_EVENT = '9223372036854775807';

/** When a session started and was last seen, over the rows of `tabs` in a group. */
export const STARTED_AT = `if(min(firstAt) = ${NO_EVENT}, min(firstReceivedAt), min(firstAt))`;
export const LAST_AT = `if(max(lastAt) = -${NO_EVENT}, max(lastReceivedAt), max(lastAt))`;

/** Orders what a session's tabs said last, by time and sequence, as one number: the greatest of tuples with a text takes twice the time to find. */
const LAST_SAID = `bitOr(bitOr(bitShiftLeft(toInt128(latest.at), 64), bitShiftLeft(toInt128(latest.sequence), 32)),
  toInt128(xxHash32(latest.applicationSpecificData)))`;

/** Something of the application-specific data a session ended with, over the rows of `tabs` in a group. */
export const ofLastData = (of: (data: string) => string): string => `argMax(${of('latest.applicationSpecificData')}, ${LAST_SAID})`;

/**
 * Sessions out of the rollup, as a query over `tabs`. Sets of sequences are joined per tab and counted, so that events
 * that were loaded twice count once.
 */
export const sessionRows = (where: string) => `
  SELECT
    flight, session, max(sessionRef) AS ref, max(visitor) AS visitor, max(dialect) AS dialect, max(agent) AS agent,
    ${STARTED_AT} AS startedAt, ${LAST_AT} AS lastSeenAt, max(lastReceivedAt) AS receivedAt, min(firstReceivedAt) AS arrivedAt,
    min(entry).url AS entryUrl, ${ofLastData((data) => data)} AS data,
    sum(eventCount) AS events, sum(clickCount) AS clicks, sum(pageViewCount) AS pageViews, count() AS tabs
  FROM (
    SELECT
      flight, session, tab, max(sessionRef) AS sessionRef, max(visitor) AS visitor, max(dialect) AS dialect, max(agent) AS agent,
      min(firstAt) AS firstAt, max(lastAt) AS lastAt, min(firstReceivedAt) AS firstReceivedAt, max(lastReceivedAt) AS lastReceivedAt,
      min(entry) AS entry, max(latest) AS latest,
      groupBitmapMerge(stored) AS eventCount, groupBitmapMerge(clicks) AS clickCount, groupBitmapMerge(pageViews) AS pageViewCount
    FROM tabs WHERE ${where} GROUP BY flight, session, tab
  )
  GROUP BY flight, session`;

/** What is known of a session, as `sessionRows` and `sessions` tell it. */
export interface SessionColumns {
  flight: string;
  session: string;
  ref: string;
  visitor: string | null;
  dialect: Dialect;
  agent: string;
  startedAt: number;
  lastSeenAt: number;
  receivedAt: number;
  entryUrl: string;
  data: string;
  events: number;
  clicks: number;
  pageViews: number;
  tabs: number;
}

/** A row of `sessionRows` and what is known of its presence, as the API shows them. */
export const toSessionSummary = (row: SessionColumns, presence: PresenceTimes | undefined, now: number): SessionSummary => ({
  id: row.session,
  ref: row.ref === '' ? row.session : row.ref,
  flight: row.flight,
  visitor: row.visitor,
  startedAt: row.startedAt,
  lastAt: row.lastSeenAt,
  durationMs: row.lastSeenAt - row.startedAt,
  openMs: presence?.openMs ?? null,
  visibleMs: presence?.visibleMs ?? null,
  activeMs: presence?.activeMs ?? null,
  events: row.events,
  clicks: row.clicks,
  pageViews: row.pageViews,
  tabs: row.tabs,
  entryUrl: row.entryUrl,
  agent: row.agent,
  dialect: row.dialect,
  applicationSpecificData: JSON.parse(row.data) as JsonObject,
  live: row.receivedAt > now - LIVE_WITHIN_MS,
});
