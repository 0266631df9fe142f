import type { Column } from '@sightline/protocol';
import { cameOfTabs } from './came-of-tabs.ts';
import { JSON_LINE } from './export-json-line.ts';
import type { SessionOrder } from './export-heads.ts';
import { deviceOf } from './matching-sessions.ts';
import { sessionRows } from './session-columns.ts';

/** Where a table's rows come from, and what its columns are made of. */
interface ExportSource {
  /** What it goes by: stands in `WITH`. */
  given?: string;
  from: string;
  /** Where rows do not come in order by themselves. */
  order?: string;
  sql(column: string): string;
}

export type ExportSourceName = 'events' | 'gaze_fixations' | 'sessions' | 'lines' | 'derived_events';

interface SourceDeps {
  columns: readonly Column[];
  /** No event lies there twice. */
  distinct: boolean;
  sessionOrder: SessionOrder;
}

/** The tables that the engine itself can write, of sessions that stand in the statement as `askedIds`, with their `askedStarts`. */
export function exportSource(name: ExportSourceName, { columns, distinct, sessionOrder }: SourceDeps): ExportSource {
  const events = distinct ? 'events' : 'events FINAL';
  if (name === 'sessions') return { from: SESSIONS, order: 'place', sql: named('sessions', SESSION_SQL, dataColumns(columns)) };
  if (name === 'derived_events')
    return {
      from: `derived FINAL ${WITH_HEADS} WHERE ${OF_SESSIONS} AND ${DERIVED_FROM} IN {rules:Array(String)}`,
      order: `place, at, ${DERIVED_FROM}, ordinal`,
      sql: named(name, DERIVED_SQL),
    };
  if (name === 'lines') {
    const sql = named(name, { line: JSON_LINE });
    const order = 'at, tab, sequence';
    return sessionOrder === 'id'
      ? {
          given: STARTS,
          from: `(SELECT ${LINE_COLUMNS} FROM ${events} ${WHERE} AND ${IN_RANGE} ORDER BY session, ${order}) AS sorted ${WITH_VISITORS}`,
          sql,
        }
      : { from: `${events} ${WITH_HEADS} ${WITH_VISITORS} ${WHERE}`, order: `place, ${order}`, sql };
  }
  const sql = named(name, name === 'events' ? EVENT_SQL : GAZE_SQL);
  const where = name === 'events' ? WHERE : `${WHERE} AND name = 'gaze_fixation'`;
  return sessionOrder === 'id'
    ? { given: STARTS, from: `${events} ${where} AND ${IN_RANGE}`, order: 'session, tab, sequence', sql }
    : { from: `${events} ${WITH_HEADS} ${where}`, order: 'place, tab, sequence', sql };
}

/** A column of the protocol that nothing here makes is a mistake of ours. */
const named =
  (source: string, ...sql: Record<string, string>[]) =>
  (column: string): string => {
    const found = sql.find((each) => Object.hasOwn(each, column))?.[column];
    if (found === undefined) throw new Error(`the table ${source} has no column ${column}`);
    return found;
  };

const HEADS = `(SELECT head.1 AS session, head.2 AS startedAt, head.3 AS place FROM
  (SELECT arrayJoin(arrayZip(askedIds, askedStarts, arrayEnumerate(askedIds))) AS head))`;

const OF_SESSIONS = 'flight = {flight:String} AND session IN askedIds';
const WHERE = `WHERE ${OF_SESSIONS} AND arrival <= {until:UInt64}`;
const WITH_HEADS = `ANY LEFT JOIN ${HEADS} AS heads USING (session)`;

/** In the order of the table's own key rows need not be sorted, only merged: but a join would lose that order, so that starts are looked up. */
const STARTS = 'transform(session, askedIds, askedStarts, toInt64(0)) AS startedAt';
const IN_RANGE = 'session BETWEEN askedIds[1] AND askedIds[-1]';

/** What a line tells of an event. */
const LINE_COLUMNS = `session, tab, sequence, type, name, at, wallAhead, monotonicAhead, epoch, receivedAt, pageView, url, details, metadata,
  applicationSpecificData, dialect, application, flight, offsetMs, offsetErrorMs, extra`;

const VISITORS = `(SELECT session, tab, max(visitor) AS visitor, max(agent) AS agent, max(sessionRef) AS ref FROM tabs
  WHERE ${OF_SESSIONS} GROUP BY session, tab)`;
const WITH_VISITORS = `ANY LEFT JOIN ${VISITORS} AS visitors USING (session, tab)`;

const EVENT_SQL: Record<string, string> = {
  session: 'session',
  tab: 'tab',
  sequence: 'sequence',
  type: 'type',
  name: 'name',
  at: 'at',
  sinceSessionStartMs: 'at - startedAt',
  wallAt: 'at + wallAhead',
  monotonicAt: '(monotonicAhead + at * 1000) / 1000',
  epoch: 'epoch',
  receivedAt: 'receivedAt',
  offsetMs: 'offsetMs',
  offsetErrorMs: 'offsetErrorMs',
  pageView: 'pageView',
  url: 'url',
  path: 'path',
  x: 'x',
  y: 'y',
  details: 'details',
  metadata: 'metadata',
  applicationSpecificData: 'applicationSpecificData',
  dialect: 'dialect',
  onset: '(at - startedAt) / 1000',
  duration: 'round(toFloat64(durationMs) / 1000, 6)',
  trial_type: 'name',
};

const GAZE_SQL: Record<string, string> = {
  ...EVENT_SQL,
  durationMs: 'durationMs',
  element: 'path',
};

const DERIVED_FROM = "concat(rule, '@', toString(ruleVersion))";
const DERIVED_SQL: Record<string, string> = {
  session: 'session',
  tab: 'tab',
  derivedFrom: DERIVED_FROM,
  ordinal: 'ordinal',
  type: "'interactionEvent'",
  name: 'name',
  at: 'at',
  sinceSessionStartMs: 'at - startedAt',
  url: 'url',
  details: 'details',
  metadata: 'metadata',
  basis: 'basis',
};

const CERTIFICATES = `(SELECT session, if(max(isNumbered), sumIf(expected, isNumbered), NULL) AS expected,
  if(max(isNumbered), sumIf(expected - arrived, isNumbered), NULL) AS missing, sum(refused) AS refused
  FROM (${cameOfTabs(OF_SESSIONS)}) GROUP BY session)`;
const SESSIONS = `(${sessionRows(OF_SESSIONS)}) AS sessions ANY LEFT JOIN ${CERTIFICATES} AS certificates USING (session)
  ANY LEFT JOIN ${HEADS} AS heads USING (session)`;

const SESSION_SQL: Record<string, string> = {
  session: 'session',
  ref: "if(ref = '', toString(session), ref)",
  visitor: 'visitor',
  startedAt: 'sessions.startedAt',
  lastAt: 'lastSeenAt',
  durationMs: 'lastSeenAt - sessions.startedAt',
  events: 'events',
  clicks: 'clicks',
  pageViews: 'pageViews',
  tabs: 'tabs',
  expected: 'expected',
  missing: 'missing',
  refused: 'refused',
  entryUrl: 'entryUrl',
  agent: 'agent',
  device: deviceOf('agent'),
  dialect: 'dialect',
  applicationSpecificData: 'data',
};

/** The study's own fields: texts as they are, other values as JSON, nothing where a session has none. */
const dataColumns = (columns: readonly Column[]): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap(({ name }, index) =>
      name.startsWith('data.')
        ? [
            [
              name,
              `if(JSONHas(data, {field${index}:String}), if(JSONType(data, {field${index}:String}) = 'String',
                JSONExtractString(data, {field${index}:String}), JSONExtractRaw(data, {field${index}:String})), NULL)`,
            ],
          ]
        : [],
    ),
  );
