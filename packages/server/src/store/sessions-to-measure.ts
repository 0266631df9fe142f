import { ask } from './ask.ts';
import { derivedMarks } from './derived-mark.ts';
import type { QuestionDeps } from './question.ts';

/** A session whose results are missing, of other definitions, or of fewer events than it has. */
export interface SessionToMeasure {
  session: string;
  events: number;
  /** Tells what its results are of: other events, or others of rules, have another number. */
  seen: number;
  /** The set of definitions its stored results are of, where they are of all its events; else empty. */
  has: string;
}

export interface ToMeasureQuery {
  flight: string;
  /** The set of definitions that results are wanted of. */
  definitions: string;
  /** Only sessions of which nothing came since. */
  quietSince: number;
  /** Only sessions of which something came since; all where left out. */
  changedSince?: number;
}

/** A flight's sessions to measure, in the order in which their events lie. */
export function sessionsToMeasure(
  deps: QuestionDeps,
  { flight, definitions, quietSince, changedSince }: ToMeasureQuery,
): Promise<SessionToMeasure[]> {
  return ask<SessionToMeasure>(deps.engine, changedSince === undefined ? ALL : CHANGED, {
    flight,
    definitions,
    quietSince,
    ...(changedSince !== undefined && { changedSince }),
  });
}

const query = (which: string) => `
  SELECT of.session AS session, of.events AS events, toUInt32(of.events + derivations.mark) AS seen,
    if(done.eventsSeen = seen, done.definitions, '') AS has
  FROM (
    SELECT session, sum(eventCount) AS events FROM (
      SELECT session, max(lastReceivedAt) AS lastReceivedAt, groupBitmapMerge(stored) AS eventCount
      FROM tabs WHERE flight = {flight:String}${which} GROUP BY session, tab)
    GROUP BY session HAVING max(lastReceivedAt) < {quietSince:Int64} AND events > 0
  ) AS of
  LEFT JOIN (${derivedMarks()}) AS derivations ON derivations.session = of.session
  LEFT JOIN (SELECT session, definitions, eventsSeen FROM measured FINAL WHERE flight = {flight:String}) AS done ON done.session = of.session
  WHERE done.eventsSeen != seen OR done.definitions != {definitions:String}
  ORDER BY of.session`;

const ALL = query('');
const CHANGED = query(
  ' AND session IN (SELECT session FROM tabs WHERE flight = {flight:String} AND lastReceivedAt >= {changedSince:Int64})',
);
