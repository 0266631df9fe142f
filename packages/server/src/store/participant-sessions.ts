import { ask } from './ask.ts';
import { knownSessions } from './known-sessions.ts';
import { dataField } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { sessionTable } from './session-table.ts';

/** What a study's participant left behind. */
export interface ParticipantSessions {
  code: string;
  /** The last that was heard of first. */
  sessions: string[];
  /** On the server's clock: when the first and the last of it came. */
  firstAt: number;
  lastAt: number;
  /** One of them has the event that completes participation. */
  isCompleted: boolean;
}

export interface ParticipantSessionsQuery {
  flight: string;
  /** The field of the application-specific data that holds the participant's code. */
  field: string;
  /** Name of the completing event, or the one that a LogUI group gave it. */
  completedEvent: string | null;
}

/** The sessions of a flight by participant, the last seen first. */
export async function participantSessions(
  { engine }: QuestionDeps,
  { flight, field, completedEvent }: ParticipantSessionsQuery,
): Promise<ParticipantSessions[]> {
  const known = await knownSessions({ engine }, { flight });
  const rows = await ask<Omit<ParticipantSessions, 'isCompleted'> & { isCompleted: number }>(
    engine,
    `SELECT code, arrayMap(each -> each.2, arrayReverseSort(groupArray((last, session)))) AS sessions, min(first) AS firstAt, max(last) AS lastAt, max(completed) AS isCompleted FROM (
       SELECT session, ${dataField('{field:String}')} AS code, arrivedAt AS first, receivedAt AS last,
         ${completedEvent === null ? '0' : `session IN (${COMPLETED})`} AS completed
       FROM ${sessionTable(['data', 'arrivedAt', 'receivedAt'], known)}
     ) WHERE code != '' GROUP BY code ORDER BY lastAt DESC, code`,
    { flight, field, ...(completedEvent !== null && { completedEvent }) },
  );
  return rows.map((row) => ({ ...row, isCompleted: row.isCompleted === 1 }));
}

/** The text is looked for before the JSON is read: few events have it. */
const COMPLETED = `SELECT session FROM events WHERE flight = {flight:String} AND (name = {completedEvent:String}
  OR (type = 'interactionEvent' AND position(lifted, {completedEvent:String}) > 0 AND JSONExtractString(details, 'name') = {completedEvent:String}))`;
