import type { SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { groupingOf, type SessionGroupBy } from './grouping-of.ts';
import { matchingSessions } from './matching-sessions.ts';
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
export function measureAcross({ engine, now }: QuestionDeps, { filter, by, ...query }: AcrossQuery): Promise<GroupOfValues[]> {
  const { key, values, of } = groupingOf(by.type === 'part' ? { type: 'all' } : by);
  const matching = matchingSessions(filter, now(), of);
  const parameters = {
    ...matching.parameters,
    ...values,
    metric: query.metric,
    version: query.version,
    metricParameters: query.parameters,
    amount: query.amount,
    kind: by.type === 'part' ? by.kind : '',
    groups: query.groups,
  };
  const order = by.type === 'day' ? 'key DESC' : 'sessions DESC, key';
  return ask<GroupOfValues>(
    engine,
    `SELECT ${by.type === 'part' ? 'part' : 'key'} AS key, count() AS sessions, countIf(eventsSeen > 0) AS measured,
      arraySort(groupArrayIf(assumeNotNull(value), isNotNull(value))) AS values, count() OVER () AS groups
    FROM (SELECT session, ${key} AS key ${matching.from}) AS of
    ${by.type === 'part' ? 'INNER' : 'LEFT'} JOIN (${by.type === 'part' ? PARTS : RESULTS}) AS result ON result.session = of.session
    GROUP BY key ORDER BY ${order} LIMIT {groups:UInt32}`,
    parameters,
  );
}

const OF_METRIC = `flight = {flight:String} AND metric = {metric:String} AND version = {version:UInt16}
  AND parameters = {metricParameters:String} AND amount = {amount:String} AND kind = {kind:String}`;

const RESULTS = `SELECT session, value, eventsSeen FROM results FINAL WHERE ${OF_METRIC}`;

/** A part that a session no longer has, as late events told more of it, is of fewer events than the session was measured with last. */
const PARTS = `SELECT session, part, value, eventsSeen FROM results FINAL WHERE ${OF_METRIC}
  AND (session, eventsSeen) IN (SELECT session, eventsSeen FROM measured FINAL WHERE flight = {flight:String})`;
