import type { EventType, JsonObject, MetadataEntry, PageViewId, TabId } from '@sightline/protocol';
import { DERIVED, EVERY_DERIVED, isDerivedName, type MeasuredEvent, type Sees } from '@sightline/metrics';
import type { Parameters } from './ask.ts';
import { PLACE_RESTORED } from './migrations/0029-tighter-events.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';

/** Stands for every name in `Sees`. */
const EVERY = '*';

/** The values of the places in `metricEvents`. Names with one field that has a column need no details where it was lifted out of them (see `0001-behaviour.ts`). */
export const metricEventsValues = (sees: Sees): Parameters => {
  const names = Object.keys(sees);
  const only = (field: string) => names.filter((name) => sees[name]?.length === 1 && sees[name][0] === field);
  const columns = new Set([...only('path'), ...only('element')]);
  const read = names.filter((name) => sees[name]?.length);
  return {
    every: EVERY in sees,
    everyDerived: EVERY_DERIVED in sees,
    names,
    read,
    whole: read.filter((name) => !columns.has(name)),
    paths: only('path'),
    elements: only('element'),
  };
};

/**
 * The events of sessions that metrics look at, and each session's first and last: a line for all of one session, tab, name, page view
 * and path, so that their texts are sent once.
 */
export const metricEvents = (of: MetricEventsOf, sees: Sees): string => `${recordedEvents(of)}
  ${Object.keys(sees).some(isDerivedName) ? `UNION ALL ${derivedEvents(of)}` : ''} FORMAT JSONCompactEachRow`;

/** Conditions on rows: of which sessions, and where needed which of their stored events. */
export interface MetricEventsOf {
  sessions: string;
  stored?: string;
}

const recordedEvents = ({ sessions, stored }: MetricEventsOf): string => {
  const of = stored === undefined ? sessions : `${sessions} AND ${stored}`;
  return `
  WITH multiIf(
    name NOT IN {read:Array(String)}, '',
    name IN {paths:Array(String)} AND position(lifted, '\\x01') > 0, '',
    name IN {elements:Array(String)} AND position(lifted, '\\x02') > 0, '',
    ${PLACE_RESTORED}) AS rest,
    name IN {whole:Array(String)} AS isWhole
  SELECT session, tab, name, path, type, ifNull(toString(pageView), '') AS view, groupArray(at), groupArray(sequence), groupArray(rest),
    groupArrayIf(metadata, isWhole), groupArrayIf(applicationSpecificData, isWhole)
  FROM events FINAL WHERE ${of}
    AND ({every:Bool} OR name IN {names:Array(String)}
      OR (session, at) IN (SELECT session, arrayJoin([min(at), max(at)]) FROM events FINAL WHERE ${of} GROUP BY session))
  GROUP BY session, tab, name, path, type, view`;
};

/** What rules yielded, after all that was recorded at the same moment. */
const derivedEvents = ({ sessions }: MetricEventsOf): string => `
  SELECT session, tab, called, '', 'interactionEvent', '', groupArray(at), groupArray(number), groupArray(details), groupArray(metadata),
    groupArray('{}')
  FROM (
    SELECT session, tab, concat('${DERIVED}', name) AS called, at, details, metadata,
      ${BEHIND_SEQUENCES} + row_number() OVER (PARTITION BY session, tab ORDER BY at, rule, ordinal) AS number
    FROM derived FINAL WHERE ${sessions} AND ${NEWEST_DERIVED}
  ) WHERE {everyDerived:Bool} OR called IN {names:Array(String)}
  GROUP BY session, tab, called`;

/** A sequence has 32 bits. */
const BEHIND_SEQUENCES = 2 ** 32;

/** The lines of an answer to `metricEvents` as each session's events in time order, each once. */
export function readMetricEvents(text: string, sees: Sees): Map<string, MeasuredEvent[]> {
  const sessions = new Map<string, MeasuredEvent[]>();
  if (text === '') return sessions;
  for (const line of text.trimEnd().split('\n')) {
    const [session, ...group] = JSON.parse(line) as [session: string, ...Group];
    const known = sessions.get(session);
    const events = eventsOf(group, sees);
    if (known) for (const event of events) known.push(event);
    else sessions.set(session, events);
  }
  for (const events of sessions.values()) events.sort(inTime);
  return sessions;
}

type Group = [
  tab: TabId,
  name: string,
  path: string,
  type: EventType,
  pageView: PageViewId | '',
  at: number[],
  sequence: number[],
  rest: string[],
  metadata: string[],
  data: string[],
];

function eventsOf([tab, name, path, type, view, at, sequence, rest, metadata, data]: Group, sees: Sees): MeasuredEvent[] {
  const [field] = Object.hasOwn(sees, name) ? (sees[name] ?? []) : [];
  const withoutRest: JsonObject = field === undefined ? {} : { [field]: path };
  const pageView = view === '' ? null : view;
  return at.map((time, index) => {
    const text = rest[index] ?? '';
    const number = sequence[index] ?? 0;
    const details = text === '' ? withoutRest : (JSON.parse(restored(text, path)) as JsonObject);
    const event = { tab, sequence: number, type, name, at: time, pageView, details };
    const entries = metadata[index];
    if (entries === undefined) return event;
    const applicationSpecificData = JSON.parse(data[index] ?? '{}') as JsonObject;
    return { ...event, metadata: JSON.parse(entries) as MetadataEntry[], applicationSpecificData };
  });
}

/** What the column `details` does in SQL, but for places, which come restored. */
const restored = (lifted: string, path: string): string =>
  lifted.replace('\u0001', () => `"path":"${path}"`).replace('\u0002', () => `"element":"${path}"`);

const inTime = (a: MeasuredEvent, b: MeasuredEvent): number =>
  a.at - b.at || (a.tab < b.tab ? -1 : a.tab > b.tab ? 1 : a.sequence - b.sequence);
