import { isUuid, type EventPage } from '@sightline/protocol';
import { ask } from './ask.ts';
import { EVENT_COLUMNS, toStoredEvent, type EventColumns } from './event-columns.ts';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

export interface SessionEventsQuery extends SessionKey {
  /** The cursor of the page before. */
  after?: string;
  limit?: number;
}

/** The cursor does not come from here. */
export class CursorInvalid extends Error {
  override readonly name = 'CursorInvalid';
}

const PAGE = 1_000;

/**
 * A session's events in order of arrival. A load's rows appear together and later loads have later arrivals, so a reader
 * that goes on from the cursor misses nothing; a copy that came again keeps its first arrival and is not seen twice.
 */
export async function sessionEvents(
  { engine }: QuestionDeps,
  { session, flight, after = '', limit = PAGE }: SessionEventsQuery,
): Promise<EventPage> {
  const [arrival, tab, sequence] = readCursor(after);
  const of = await flightOf(engine, { session, ...(flight === undefined ? {} : { flight }) });
  if (of === undefined) return { events: [], cursor: after, more: false };
  const rows = await ask<EventColumns & { arrival: number }>(
    engine,
    `SELECT ${EVENT_COLUMNS}, arrival FROM events FINAL
     WHERE flight = {flight:String} AND session = {session:UUID}
       AND (arrival, tab, sequence) > ({arrival:UInt64}, {tab:UUID}, {sequence:Int64})
     ORDER BY arrival, tab, sequence LIMIT {limit:UInt32}`,
    { flight: of, session, arrival, tab, sequence, limit: limit + 1 },
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    events: page.map(toStoredEvent),
    cursor: last === undefined ? after : `${last.arrival}.${last.tab}.${last.sequence}`,
    more: rows.length > limit,
  };
}

const BEFORE_ALL = ['0', '00000000-0000-0000-0000-000000000000', '-1'] as const;

function readCursor(cursor: string): readonly [arrival: string, tab: string, sequence: string] {
  if (cursor === '') return BEFORE_ALL;
  const [arrival = '', tab = '', sequence = '', ...rest] = cursor.split('.');
  if (/^\d{1,16}$/.test(arrival) && isUuid(tab) && /^\d{1,10}$/.test(sequence) && rest.length === 0) return [arrival, tab, sequence];
  throw new CursorInvalid(`after must be the cursor of an earlier page, got ${JSON.stringify(cursor)}`);
}
