import type { EventType, JsonObject, MetadataEntry, PageViewId, TabId } from '@sightline/protocol';
import type { MeasuredEvent, Sees } from '@sightline/metrics';
import { flightOf } from './flight-of.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

export interface MetricEventsQuery extends SessionKey {
  /** What the metrics look at. */
  sees: Sees;
}

/**
 * The events of a session that metrics look at, and its first and last one, in time order, each once. Events of one tab, name,
 * page view and path come as one line: their texts are sent once, and what is left of most details is empty. Details, metadata and
 * application-specific data are there for the names that `sees` gives fields of.
 */
export async function sessionEventsForMetrics({ engine }: QuestionDeps, { sees, ...key }: MetricEventsQuery): Promise<MeasuredEvent[]> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return [];
  const parameters = { flight, session: key.session, ...namesIn(sees) };
  const text = await engine.use((client) => plainText(client, GROUPS, parameters));
  if (text === '') return [];
  const lines = text.trimEnd().split('\n');
  return lines.flatMap((line) => eventsOf(JSON.parse(line) as Group, sees)).toSorted(inTime);
}

/** Stands for every name in `Sees`. */
const EVERY = '*';

/** Names with one field that has a column need no details where it was lifted out of them (see `0001-behaviour.ts`). */
export const namesIn = (sees: Sees) => {
  const names = Object.keys(sees);
  const only = (field: string) => names.filter((name) => sees[name]?.length === 1 && sees[name][0] === field);
  const columns = new Set([...only('path'), ...only('element')]);
  const read = names.filter((name) => sees[name]?.length);
  return {
    every: EVERY in sees,
    names,
    read,
    whole: read.filter((name) => !columns.has(name)),
    paths: only('path'),
    elements: only('element'),
  };
};

const OF_SESSION = 'events FINAL WHERE flight = {flight:String} AND session = {session:UUID}';

/** One line of events of a tab with the same name, path and page view, as arrays; `from` is their table with its condition. */
export const groupsOf = (from: string, ends: string, leading = '') => `
  WITH multiIf(
    name NOT IN {read:Array(String)}, '',
    name IN {paths:Array(String)} AND position(lifted, '\\x01') > 0, '',
    name IN {elements:Array(String)} AND position(lifted, '\\x02') > 0, '',
    lifted) AS rest,
    name IN {whole:Array(String)} AS isWhole
  SELECT ${leading} tab, name, path, type, ifNull(toString(pageView), '') AS view, groupArray(at), groupArray(sequence), groupArray(rest),
    groupArrayIf(metadata, isWhole), groupArrayIf(applicationSpecificData, isWhole)
  FROM ${from} AND ({every:Bool} OR name IN {names:Array(String)} OR ${ends})
  GROUP BY ${leading} tab, name, path, type, view`;
const GROUPS = `${groupsOf(OF_SESSION, `at IN (SELECT arrayJoin([min(at), max(at)]) FROM ${OF_SESSION})`)} FORMAT JSONCompactEachRow`;

export type Group = [
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

/** The events of such a line. */
export function eventsOf([tab, name, path, type, view, at, sequence, rest, metadata, data]: Group, sees: Sees): MeasuredEvent[] {
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

/** What the column `details` does in SQL. */
const restored = (lifted: string, path: string): string =>
  lifted.replace('\u0001', () => `"path":"${path}"`).replace('\u0002', () => `"element":"${path}"`);

/** The order in which metrics see events. */
export const inTime = (a: MeasuredEvent, b: MeasuredEvent): number =>
  a.at - b.at || (a.tab < b.tab ? -1 : a.tab > b.tab ? 1 : a.sequence - b.sequence);
