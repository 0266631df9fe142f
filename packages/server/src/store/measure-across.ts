import type { SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { groupingOf, type SessionGroupBy } from './grouping-of.ts';
import { knownSessions, type KnownSessions } from './known-sessions.ts';
import { matchingSessions } from './matching-sessions.ts';
import { ofSessions } from './of-sessions.ts';
import type { QuestionDeps } from './question.ts';

/** What sessions are put into groups by: whole ones, or the parts a metric tells apart. */
export type GroupBy = SessionGroupBy | { type: 'part'; kind: string };

export interface AcrossQuery {
  filter: SessionFilter;
  metric: string;
  version: number;
  /** Hash of its parameters. */
  parameters: string;
  amount: string;
  by: GroupBy;
  /** So many groups, the largest first; of days the latest. */
  groups: number;
}

/** One group's numbers. */
export interface GroupOfValues {
  key: string;
  /** Sessions, or with parts: sessions that have the part. */
  sessions: number;
  /** Of these, sessions that results are stored of. */
  measured: number;
  /** Of these, what the metric could tell, in ascending order. */
  values: number[];
  /** How many groups there are, those left out included. */
  groups: number;
}

/** A metric's stored numbers over the sessions that match, in groups. */
export async function measureAcross({ engine, now }: QuestionDeps, question: AcrossQuery): Promise<GroupOfValues[]> {
  const { filter, by, metric, version, parameters, amount, groups } = question;
  const known = await knownSessions({ engine }, { flight: filter.flight, steps: filter.sequence ?? [] });
  const of = by.type === 'part' ? byPart(by.kind, filter, now(), known) : bySession(by, filter, now(), known);
  return ask<GroupOfValues>(
    engine,
    `SELECT key, count() AS sessions, countIf(eventsSeen > 0) AS measured,
      arraySort(groupArrayIf(assumeNotNull(value), isNotNull(value))) AS values, count() OVER () AS groups
    FROM (${of.sql}) GROUP BY key ORDER BY ${by.type === 'day' ? 'key DESC' : 'sessions DESC, key'} LIMIT {groups:UInt32}`,
    { ...of.parameters, metric, version, metricParameters: parameters, amount, groups },
  );
}

const OF_METRIC = `flight = {flight:String} AND metric = {metric:String} AND version = {version:UInt16}
  AND parameters = {metricParameters:String} AND amount = {amount:String} AND kind = {kind:String}`;

/** A row for each session that matches. */
function bySession(by: SessionGroupBy, filter: SessionFilter, at: number, known: KnownSessions) {
  const { key, values, of } = groupingOf(by);
  const matching = matchingSessions(filter, at, of, known);
  return {
    sql: `SELECT key, value, eventsSeen FROM (SELECT session, ${key} AS key ${matching.from}) AS of
      LEFT JOIN (SELECT session, value, eventsSeen FROM results FINAL WHERE ${OF_METRIC}) AS result USING (session)`,
    parameters: { ...matching.parameters, ...values, kind: '' },
  };
}

/**
 * A row for each part of a session. One that a session no longer has, as late events told more of it, is of fewer events than the session was
 * measured with last.
 */
function byPart(kind: string, filter: SessionFilter, at: number, known: KnownSessions) {
  const of = ofSessions(filter, at, { known });
  return {
    sql: `SELECT part AS key, value, eventsSeen FROM results FINAL WHERE ${OF_METRIC} AND ${of.sql}
      AND (session, eventsSeen) IN (SELECT session, eventsSeen FROM measured FINAL WHERE flight = {flight:String})`,
    parameters: { ...of.parameters, kind },
  };
}
