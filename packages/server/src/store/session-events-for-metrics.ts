import type { EventType, JsonObject, MetadataEntry, PageViewId, TabId } from '@sightline/protocol';
import type { Extra, MeasuredEvent, Sees } from '@sightline/metrics';
import { flightOf } from './flight-of.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

export interface MetricEventsQuery extends SessionKey {
  /** What the metrics look at, and the fields beside the details that they need. */
  sees: Sees;
  extras?: readonly Extra[];
}

/**
 * The events of a session that metrics look at, and its first and last one, in time order, each once. Events of one tab, page view,
 * name and path come as one line: their texts are sent once, and what is left of most details is empty.
 */
export async function sessionEventsForMetrics(
  { engine }: QuestionDeps,
  { sees, extras = [], ...key }: MetricEventsQuery,
): Promise<MeasuredEvent[]> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return [];
  const parameters = { flight, session: key.session, extras: [...extras], ...namesIn(sees) };
  const text = await engine.use((client) => plainText(client, GROUPS, parameters));
  if (text === '') return [];
  const lines = text.trimEnd().split('\n');
  return lines.flatMap((line) => eventsOf(JSON.parse(line) as Group, sees)).toSorted(inTime);
}

/** Names with one field that has a column need no details where it was lifted out of them (see `0001-behaviour.ts`). */
const namesIn = (sees: Sees) => {
  const names = Object.keys(sees);
  const ofAll = sees['*'] ?? [];
  const only = (field: string) => names.filter((name) => [...(sees[name] ?? []), ...ofAll].every((read) => read === field));
  return {
    names,
    every: Number(Object.hasOwn(sees, '*')),
    read: names.filter((name) => sees[name]?.length),
    readAll: Number(ofAll.length > 0),
    paths: only('path'),
    elements: only('element'),
  };
};

const OF_SESSION = 'events FINAL WHERE flight = {flight:String} AND session = {session:UUID}';

/** Application-specific data is read of intervals of presence only, the one place where it is asked for. */
const GROUPS = `
  WITH multiIf(
    {readAll:UInt8} = 0 AND name NOT IN {read:Array(String)}, '',
    name IN {paths:Array(String)} AND position(lifted, '\\x01') > 0, '',
    name IN {elements:Array(String)} AND position(lifted, '\\x02') > 0, '',
    lifted) AS rest,
    if(has({extras:Array(String)}, 'metadata') AND metadata != '[]', metadata, '') AS sourced,
    if(has({extras:Array(String)}, 'applicationSpecificData') AND name = 'presence', applicationSpecificData, '') AS data
  SELECT tab, name, path, type, ifNull(toString(pageView), ''), groupArray(at), groupArray(sequence), groupArray(rest), groupArray(sourced),
    groupArray(data)
  FROM ${OF_SESSION}
    AND ({every:UInt8} = 1 OR name IN {names:Array(String)} OR at IN (SELECT arrayJoin([min(at), max(at)]) FROM ${OF_SESSION}))
  GROUP BY tab, name, path, type, pageView FORMAT JSONCompactEachRow`;

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

function eventsOf([tab, name, path, type, pageView, at, sequence, rest, metadata, data]: Group, sees: Sees): MeasuredEvent[] {
  const [field] = Object.hasOwn(sees, name) ? (sees[name] ?? []) : [];
  const withoutRest: JsonObject = field === undefined ? {} : { [field]: path };
  return at.map((time, index) => {
    const text = rest[index] ?? '';
    return {
      tab,
      sequence: sequence[index] ?? 0,
      name,
      at: time,
      type,
      pageView: pageView === '' ? null : pageView,
      details: text === '' ? withoutRest : (JSON.parse(restored(text, path)) as JsonObject),
      metadata: metadata[index] ? (JSON.parse(metadata[index]) as MetadataEntry[]) : [],
      applicationSpecificData: data[index] ? (JSON.parse(data[index]) as JsonObject) : {},
    };
  });
}

/** What the column `details` does in SQL. */
const restored = (lifted: string, path: string): string =>
  lifted.replace('\u0001', () => `"path":"${path}"`).replace('\u0002', () => `"element":"${path}"`);

const inTime = (a: MeasuredEvent, b: MeasuredEvent): number =>
  a.at - b.at || (a.tab < b.tab ? -1 : a.tab > b.tab ? 1 : a.sequence - b.sequence);
