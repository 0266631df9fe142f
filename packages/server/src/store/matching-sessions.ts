import { DERIVED, isDerivedName } from '@sightline/metrics';
import type { SessionFilter } from '@sightline/protocol';
import type { Parameters } from './ask.ts';
import { IS_VIEW, landmarkEvents } from './landmark-events.ts';
import { LIVE_WITHIN_MS, ofLastData, STARTED_AT } from './session-columns.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';
import { MOST_STEPS, stepsOf } from './steps.ts';

/** What of a session's sets of sequences a reader counts; leave out what is not asked for: sets are most of a tab's bytes. */
export type Counted = 'eventCount' | 'clickCount' | 'pageViewCount';

/** A part of a statement with the values of its places. */
export interface Matching {
  /**
   * What follows `SELECT session, …`: from the tabs of the sessions that match, grouped by session. Over it stand the columns of
   * `tabs` that a session shows, and the counts asked for.
   */
  from: string;
  /** Under names that begin with `filter`, but for `flight`. */
  parameters: Parameters;
}

/** The sessions a filter means, for every question that is about some of a flight's sessions. */
export function matchingSessions(filter: SessionFilter, at: number, counted: readonly Counted[] = []): Matching {
  const conditions = conditionsOf(filter, at);
  const counts = new Set<Counted>([...counted, ...(filter.minEvents === undefined ? [] : ['eventCount' as const])]);
  const narrowed = ['flight = {flight:String}', ...conditions.rows.map(({ sql }) => sql)].join(' AND ');
  const numbers = [...counts].map((count) => `finalizeAggregation(${SETS[count]}) AS ${count}`).join(', ');
  const source = numbers === '' ? `tabs WHERE ${narrowed}` : `(SELECT ${COLUMNS}, ${numbers} FROM tabs FINAL PREWHERE ${narrowed})`;
  const having = conditions.sessions.map(({ sql }) => sql).join(' AND ');
  return {
    from: `FROM ${source} GROUP BY session${having === '' ? '' : ` HAVING ${having}`}`,
    parameters: Object.assign({ flight: filter.flight }, ...[...conditions.rows, ...conditions.sessions].map(({ values }) => values)),
  };
}

const SETS: Record<Counted, string> = { eventCount: 'stored', clickCount: 'clicks', pageViewCount: 'pageViews' };

/** What is asked of a tab beside its sets. */
const COLUMNS = 'session, tab, firstAt, lastAt, firstReceivedAt, lastReceivedAt, visitor, sessionRef, agent, entry, latest';

interface Condition {
  sql: string;
  values: Parameters;
}

/** What can be asked of single rows of `tabs`, and what only of a session's rows together. */
function conditionsOf(filter: SessionFilter, at: number): { rows: Condition[]; sessions: Condition[] } {
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
  const rows: Condition[] = [];
  const sessions: Condition[] = [];
  if (search !== undefined && search !== '') {
    rows.push({ sql: `session IN (${MENTIONING})`, values: { filterSearch: search } });
    sessions.push({ sql: contains(SEARCHED), values: {} });
  }
  for (const [names, eventsNamed, place] of byOrigin(did, 'filterDid')) {
    rows.push({
      sql: `session IN (${eventsNamed} GROUP BY session HAVING uniqExact(name) = ${names.length})`,
      values: { [place]: names },
    });
  }
  for (const [names, eventsNamed, place] of byOrigin(didNot, 'filterDidNot'))
    rows.push({ sql: `session NOT IN (${eventsNamed})`, values: { [place]: names } });
  if (sequence.length > 0) {
    const { walks, parameters } = stepsOf(sequence, within, 'filter');
    rows.push({
      sql: `session IN (SELECT session FROM ${walks} WHERE length(gaps) = ${Math.min(sequence.length, MOST_STEPS)})`,
      values: parameters,
    });
  }
  if (page.length > 0) {
    rows.push({
      sql: `session IN (${eventsThat(`${IS_VIEW} AND ${onPage('page')}`)})`,
      values: pageValues(page),
    });
  }
  if (from !== undefined) sessions.push({ sql: `${STARTED_AT} >= {filterFrom:Int64}`, values: { filterFrom: from } });
  if (to !== undefined) sessions.push({ sql: `${STARTED_AT} < {filterTo:Int64}`, values: { filterTo: to } });
  if (live !== undefined) {
    sessions.push({
      sql: '(max(lastReceivedAt) > {filterLiveSince:Int64}) = {filterLive:Bool}',
      values: { filterLive: live, filterLiveSince: at - LIVE_WITHIN_MS },
    });
  }
  if (minEvents !== undefined)
    sessions.push({ sql: 'sum(eventCount) >= {filterMinEvents:UInt64}', values: { filterMinEvents: minEvents } });
  if (device.length > 0) sessions.push({ sql: `has({filterDevice:Array(String)}, ${DEVICE})`, values: { filterDevice: device } });
  sessions.push(...byField(where).map(fieldIn('IN', 'filter')), ...byField(whereNot).map(fieldIn('NOT IN', 'filterNot')));
  return { rows, sessions };
}

/** Names of events by who told of them, those who did, with a table of the sessions that have such events, and the place of the names. */
function byOrigin(given: readonly string[], place: string): (readonly [names: string[], eventsNamed: string, place: string])[] {
  const names = [...new Set(given)];
  const recorded = names.filter((name) => !isDerivedName(name));
  const derived = names.filter(isDerivedName).map((name) => name.slice(DERIVED.length));
  return [
    [recorded, eventsThat(`name IN {${place}:Array(String)}`, 'session, name'), place] as const,
    [
      derived,
      `SELECT session FROM derived WHERE ${NEWEST_DERIVED} AND name IN {${place}Derived:Array(String)}`,
      `${place}Derived`,
    ] as const,
  ].filter(([some]) => some.length > 0);
}

const eventsThat = (where: string, select = 'session') => `SELECT session FROM ${landmarkEvents({ select, where, as: 'stored' })}`;

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
export const DEVICE = deviceOf('toLowCardinality(max(agent))');

/** A field of the application-specific data a session ended with, as text: texts as they are, other values as JSON, nothing as ''. */
export const dataField = (field: string) => asText(ofLastData((data) => `JSONExtractRaw(${data}, ${field})`));

/** A JSON value as text. */
export const asText = (json: string) => `if(startsWith(${json}, '"'), JSONExtractString(${json}), ${json})`;

const fieldIn =
  (operator: 'IN' | 'NOT IN', prefix: string) =>
  ([field, values]: [string, string[]], index: number): Condition => ({
    sql: `${dataField(`{${prefix}Field${index}:String}`)} ${operator} {${prefix}Values${index}:Array(String)}`,
    values: { [`${prefix}Field${index}`]: field, [`${prefix}Values${index}`]: values },
  });

function byField(where: readonly string[]): [string, string[]][] {
  const fields = new Map<string, string[]>();
  for (const pair of where) {
    const colon = pair.indexOf(':');
    const field = colon < 0 ? pair : pair.slice(0, colon);
    fields.set(field, [...(fields.get(field) ?? []), colon < 0 ? '' : pair.slice(colon + 1)]);
  }
  return [...fields];
}

const contains = (text: string) => `positionCaseInsensitiveUTF8(${text}, {filterSearch:String}) > 0`;

/**
 * Sessions that may be what is searched for: what a session shows is in one of its rows. Looking through rows takes a fifth of
 * the time that putting all sessions together does; the few that are left are looked at exactly (`SEARCHED`).
 */
const MENTIONING = `SELECT session FROM tabs WHERE flight = {flight:String} AND (${[
  'toString(session)',
  'sessionRef',
  "ifNull(toString(visitor), '')",
  'entry.url',
  'latest.applicationSpecificData',
]
  .map(contains)
  .join(' OR ')})`;

const SEARCHED = `concatWithSeparator('\\n', toString(session), max(sessionRef), ifNull(toString(max(visitor)), ''), min(entry).url,
  ${ofLastData((data) => `arrayStringConcat(JSONExtractKeysAndValuesRaw(${data}).2, '\\n')`)})`;
