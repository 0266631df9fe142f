import type { SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { matchingSessions } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';

/** How much an export is about, and what it has columns for. */
export interface ExportExtent {
  sessions: number;
  events: number;
  /** The last arrival there is: what comes later belongs to the next export. */
  until: number;
  /** No event of the flight lies there twice: then nothing has to be looked through for what came again, a fifth of the work. */
  distinct: boolean;
  /** Names of the study's own fields, sorted. */
  fields: string[];
}

/** What an export of these sessions will hold. */
export async function exportExtent(
  { engine, now }: QuestionDeps,
  { filter, session }: { filter: SessionFilter; session?: string | undefined },
): Promise<ExportExtent> {
  const matching = matchingSessions(filter, now(), ['data', 'events']);
  const [row] = await ask<ExportExtent>(
    engine,
    `SELECT count() AS sessions, sum(events) AS events, arraySort(groupUniqArrayArray(JSONExtractKeys(data))) AS fields,
       (SELECT max(arrival) FROM events WHERE flight = {flight:String}) AS until,
       (SELECT count() FROM events WHERE flight = {flight:String}) = (${NUMBERED}) AS distinct
     FROM (SELECT session, data, events ${matching.from})
     ${session === undefined ? '' : 'WHERE session = {only:UUID}'}`,
    { ...matching.parameters, only: session },
  );
  return row ? { ...row, distinct: Boolean(row.distinct) } : { sessions: 0, events: 0, until: 0, fields: [], distinct: false };
}

/** The sets of sequences hold each event once. */
const NUMBERED = `SELECT sum(numbered) FROM
  (SELECT groupBitmapMerge(stored) AS numbered FROM tabs WHERE flight = {flight:String} GROUP BY session, tab)`;
