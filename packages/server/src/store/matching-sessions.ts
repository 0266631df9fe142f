import { DERIVED, isDerivedName } from '@sightline/metrics';
import type { SessionFilter } from '@sightline/protocol';
import type { Parameters } from './ask.ts';
import { UNKNOWN, type KnownSessions } from './known-sessions.ts';
import type { SessionCondition } from './session-condition.ts';
import { LIVE_WITHIN_MS } from './session-columns.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';
import { sessionTable, type SessionColumn } from './session-table.ts';
import { tookSteps } from './took-steps.ts';

/** A part of a statement with the values of its places. */
export interface Matching {
  /** What follows `SELECT session, …`: a row for each session that matches, with the columns that were asked for. */
  from: string;
  /** Under names that begin with `filter`, but for `flight`. */
  parameters: Parameters;
}

/** The sessions a filter means, for every question that is about some of a flight's sessions. */
export function matchingSessions(
  filter: SessionFilter,
  at: number,
  columns: readonly SessionColumn[] = [],
  known: KnownSessions = UNKNOWN,
): Matching {
  const conditions = conditionsOf(filter, at, known);
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  const table = sessionTable([...columns, ...conditions.flatMap(({ of = [] }) => of)], known);
  return {
    from: `FROM ${table} AS matching${where === '' ? '' : ` WHERE ${where}`}`,
    parameters: Object.assign({ flight: filter.flight }, ...conditions.map(({ values }) => values)),
  };
}

/** Those that cost little first. */
function conditionsOf(filter: SessionFilter, at: number, known: KnownSessions): SessionCondition[] {
  const {
    from,
    to,
    live,
    minEvents,
    search,
    did = [],
    didNot = [],
    page = [],
    device = [],
    where = [],
    whereNot = [],
    sequence = [],
    within,
  } = filter;
  const conditions: SessionCondition[] = [];
  if (from !== undefined) conditions.push({ sql: 'startedAt >= {filterFrom:Int64}', values: { filterFrom: from }, of: ['startedAt'] });
  if (to !== undefined) conditions.push({ sql: 'startedAt < {filterTo:Int64}', values: { filterTo: to }, of: ['startedAt'] });
  if (live !== undefined) {
    conditions.push({
      sql: '(receivedAt > {filterLiveSince:Int64}) = {filterLive:Bool}',
      values: { filterLive: live, filterLiveSince: at - LIVE_WITHIN_MS },
      of: ['receivedAt'],
    });
  }
  if (minEvents !== undefined)
    conditions.push({ sql: 'events >= {filterMinEvents:UInt64}', values: { filterMinEvents: minEvents }, of: ['events'] });
  if (device.length > 0)
    conditions.push({ sql: `has({filterDevice:Array(String)}, ${DEVICE})`, values: { filterDevice: device }, of: ['agent'] });
  conditions.push(...fieldsOf(where).map(fieldIn('IN', 'filter')), ...fieldsOf(whereNot).map(fieldIn('NOT IN', 'filterNot')));
  if (search !== undefined && search !== '')
    conditions.push({
      sql: SEARCHED.map(contains).join(' AND '),
      values: { filterSearch: search },
      of: ['ref', 'visitor', 'entryUrl', 'data'],
    });
  for (const name of did.filter(isCounted)) conditions.push({ sql: `${COUNTS[name]} > 0`, values: {}, of: [COUNTS[name]] });
  for (const name of didNot.filter(isCounted)) conditions.push({ sql: `${COUNTS[name]} = 0`, values: {}, of: [COUNTS[name]] });
  conditions.push(
    ...namedOf(did).map((name, index) => didName(name, index)),
    ...namedOf(didNot).map((name, index) => not(didName(name, index, 'filterDidNot'))),
  );
  if (page.length > 0) {
    conditions.push({
      sql: `arrayExists((page, isView) -> isView AND ${onPage('page')}, wayPages, wayIsView)`,
      values: pageValues(page),
      of: ['wayPages', 'wayIsView'],
    });
  }
  if (sequence.length > 0) conditions.push(tookSteps(sequence, within, known));
  return conditions;
}

/** Events that are counted for each session, whose names need not be looked for. */
const COUNTS = { click: 'clicks', pageView: 'pageViews' } as const;
const isCounted = (name: string): name is keyof typeof COUNTS => Object.hasOwn(COUNTS, name);

/** Names of events that are not counted, each once. */
const namedOf = (given: readonly string[]): string[] => [...new Set(given)].filter((name) => !isCounted(name));

/** That a session has an event of a name: on its way, aside of it, or derived. */
function didName(name: string, index: number, prefix = 'filterDid'): SessionCondition {
  const place = `{${prefix}${index}:String}`;
  if (isDerivedName(name))
    return {
      sql: `session IN (SELECT session FROM derived WHERE ${NEWEST_DERIVED} AND name = ${place})`,
      values: { [`${prefix}${index}`]: name.slice(DERIVED.length) },
    };
  const aside = `SELECT session FROM events PREWHERE flight = {flight:String} AND name = ${place} AND dialect = 'native' AND NOT isLandmark`;
  return { sql: `(has(wayNames, ${place}) OR session IN (${aside}))`, values: { [`${prefix}${index}`]: name }, of: ['wayNames'] };
}

const not = (condition: SessionCondition): SessionCondition => ({ ...condition, sql: `NOT ${condition.sql}` });

/** Whether a path is among those of a filter's `page`; its places are filled by `pageValues`. */
export const onPage = (path: string) =>
  `(${path} IN {filterPages:Array(String)} OR arrayExists(start -> startsWith(${path}, start), {filterPageStarts:Array(String)}))`;

/** The values of `onPage`. */
export const pageValues = (page: readonly string[]): Parameters => ({
  filterPages: page.filter((path) => !path.endsWith('*')),
  filterPageStarts: page.filter((path) => path.endsWith('*')).map((path) => path.slice(0, -1)),
});

/** The device a session's user agent speaks of. Tablets that call themselves desktops are taken for such. */
export const deviceOf = (
  agent: string,
) => `multiIf(match(${agent}, '(?i)ipad|tablet'), 'tablet', match(${agent}, '(?i)mobi|iphone|ipod'), 'phone',
  position(${agent}, 'Android') > 0, 'tablet', 'desktop')`;
export const DEVICE = deviceOf('agent');

/** A field of the application-specific data a session ended with, as text: texts as they are, other values as JSON, nothing as ''. */
export const dataField = (field: string) => asText(`JSONExtractRaw(data, ${field})`);

/** A JSON value as text. */
export const asText = (json: string) => `if(startsWith(${json}, '"'), JSONExtractString(${json}), ${json})`;

const fieldIn =
  (operator: 'IN' | 'NOT IN', prefix: string) =>
  ([field, values]: [string, string[]], index: number): SessionCondition => ({
    sql: `${dataField(`{${prefix}Field${index}:String}`)} ${operator} {${prefix}Values${index}:Array(String)}`,
    values: { [`${prefix}Field${index}`]: field, [`${prefix}Values${index}`]: values },
    of: ['data'],
  });

/** The values that each field of `where` may have. */
export function fieldsOf(where: readonly string[] = []): [string, string[]][] {
  const fields = new Map<string, string[]>();
  for (const pair of where) {
    const colon = pair.indexOf(':');
    const field = colon < 0 ? pair : pair.slice(0, colon);
    fields.set(field, [...(fields.get(field) ?? []), colon < 0 ? '' : pair.slice(colon + 1)]);
  }
  return [...fields];
}

const contains = (text: string) => `positionCaseInsensitiveUTF8(${text}, {filterSearch:String}) > 0`;

/** What is looked through: first all the text there is, then of the few that are left the data without its names and marks. */
const SEARCHED = ['data', "arrayStringConcat(JSONExtractKeysAndValuesRaw(data).2, '\\n')"].map(
  (data) => `concatWithSeparator('\\n', toString(session), ref, ifNull(toString(visitor), ''), entryUrl, ${data})`,
);
