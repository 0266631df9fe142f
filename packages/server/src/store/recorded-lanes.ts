import type { TabId } from '@sightline/protocol';
import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';
import { LANE, PLACE } from './recorded-place.ts';

/** A lane of a recording as a whole. */
export interface RecordedLane {
  lane: TabId;
  /** Corrected times of its first and last rrweb event. */
  firstAt: number;
  lastUntil: number;
  chunks: number;
  /** Its last place. */
  last: number;
  numbered: 0 | 1;
}

/** The lanes of a session's recording, each in a row: what is known of eight hours without reading their chunks one by one. */
export const recordedLanes = (
  { engine }: QuestionDeps,
  { flight, session }: { flight: string; session: string },
): Promise<RecordedLane[]> =>
  ask<RecordedLane>(
    engine,
    `SELECT ${LANE} AS lane, min(at + offsetMs) AS firstAt, max(until + offsetMs) AS lastUntil, count() AS chunks, max(${PLACE}) AS last, max(dialect = 'native') AS numbered
     FROM recordings FINAL WHERE flight = {flight:String} AND session = {session:UUID} GROUP BY lane ORDER BY firstAt`,
    { flight, session },
  );
