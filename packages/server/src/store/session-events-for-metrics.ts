import type { JsonObject, TabId } from '@sightline/protocol';
import type { MeasuredEvent, Sees } from '@sightline/metrics';
import { flightOf } from './flight-of.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

export interface MetricEventsQuery extends SessionKey {
  /** What the metrics look at. */
  sees: Sees;
}

/**
 * The events of a session that metrics look at, and its first and last one, in time order, each once. Events of one tab, name
 * and path come as one line: their texts are sent once, and what is left of most details is empty.
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

/** Names with one field that has a column need no details where it was lifted out of them (see `0001-behaviour.ts`). */
const namesIn = (sees: Sees) => {
  const names = Object.keys(sees);
  const only = (field: string) => names.filter((name) => sees[name]?.every((read) => read === field));
  return { names, read: names.filter((name) => sees[name]?.length), paths: only('path'), elements: only('element') };
};

const OF_SESSION = 'events FINAL WHERE flight = {flight:String} AND session = {session:UUID}';

const GROUPS = `
  WITH multiIf(
    name NOT IN {read:Array(String)}, '',
    name IN {paths:Array(String)} AND position(lifted, '\\x01') > 0, '',
    name IN {elements:Array(String)} AND position(lifted, '\\x02') > 0, '',
    lifted) AS rest
  SELECT tab, name, path, groupArray(at), groupArray(sequence), groupArray(rest) FROM ${OF_SESSION}
    AND (name IN {names:Array(String)} OR at IN (SELECT arrayJoin([min(at), max(at)]) FROM ${OF_SESSION}))
  GROUP BY tab, name, path FORMAT JSONCompactEachRow`;

type Group = [tab: TabId, name: string, path: string, at: number[], sequence: number[], rest: string[]];

function eventsOf([tab, name, path, at, sequence, rest]: Group, sees: Sees): MeasuredEvent[] {
  const [field] = Object.hasOwn(sees, name) ? (sees[name] ?? []) : [];
  const withoutRest: JsonObject = field === undefined ? {} : { [field]: path };
  return at.map((time, index) => {
    const text = rest[index] ?? '';
    const number = sequence[index] ?? 0;
    const details = text === '' ? withoutRest : (JSON.parse(restored(text, path)) as JsonObject);
    return { tab, sequence: number, name, at: time, details };
  });
}

/** What the column `details` does in SQL. */
const restored = (lifted: string, path: string): string =>
  lifted.replace('\u0001', () => `"path":"${path}"`).replace('\u0002', () => `"element":"${path}"`);

const inTime = (a: MeasuredEvent, b: MeasuredEvent): number =>
  a.at - b.at || (a.tab < b.tab ? -1 : a.tab > b.tab ? 1 : a.sequence - b.sequence);
