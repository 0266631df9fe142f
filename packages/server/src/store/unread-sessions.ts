import type { HeatPageQuery } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatEvents } from './heat-events.ts';
import { UNREAD } from './mark-readings.ts';
import type { QuestionDeps } from './question.ts';

/** Sessions that saw a page and are not in `readings` as they are now. */
export interface UnreadSessions {
  /** Which those are: of which something came with this arrival or a later one. */
  unread: number;
  /** The newest of them. */
  sessions: string[];
  total: number;
}

/** The sessions that have to be measured for a map of a page, the newest first: those of which something came in the last minute, mostly. */
export async function unreadSessions(
  { engine, now }: QuestionDeps,
  { limit, path, ...filter }: HeatPageQuery & { limit: number },
): Promise<UnreadSessions> {
  const [state] = await ask<{ unread: number; tabs: number }>(
    engine,
    `SELECT ${UNREAD} AS unread, countIf(arrival >= ${UNREAD}) AS tabs FROM tabs WHERE flight = {flight:String}`,
    { flight: filter.flight },
  );
  const { unread = 0, tabs = 0 } = state ?? {};
  if (tabs === 0) return { unread, sessions: [], total: 0 };
  const { from, parameters } = heatEvents(filter, path, [], now());
  const rows = await ask<{ session: string; total: number }>(
    engine,
    `SELECT session, count() OVER () AS total ${from} AND session IN (${sessionsSince('session')})
     GROUP BY session ORDER BY max(at) DESC, session LIMIT {limit:UInt32}`,
    { ...parameters, unread, limit },
  );
  return { unread, sessions: rows.map(({ session }) => session), total: rows[0]?.total ?? 0 };
}

/** The sessions of a flight of which something came since `unread`. */
export const sessionsSince = (id: string): string => `SELECT ${id} FROM tabs WHERE flight = {flight:String} AND arrival >= {unread:UInt64}`;
