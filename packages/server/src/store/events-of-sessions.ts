import type { MeasuredEvent, Sees } from '@sightline/metrics';
import type { JsonObject, PageViewId, TabId } from '@sightline/protocol';
import { plainText } from './plain-text.ts';
import type { QuestionDeps } from './question.ts';

export interface EventsOfSessionsQuery {
  flight: string;
  sessions: readonly string[];
  sees: Sees;
  /** The last arrival that is looked at; all where left out. */
  until?: number;
}

/** The events of many sessions that metrics look at by name, session by session in time order, each once: for measures over sessions that are not stored. */
export async function eventsOfSessions(
  { engine }: QuestionDeps,
  { flight, sessions, sees, until = Number.MAX_SAFE_INTEGER }: EventsOfSessionsQuery,
): Promise<Map<string, MeasuredEvent[]>> {
  const found = new Map<string, MeasuredEvent[]>(sessions.map((session) => [session, []]));
  if (sessions.length === 0) return found;
  const names = Object.keys(sees);
  const text = await engine.use((client) => plainText(client, QUERY, { flight, sessions, names, until }));
  if (text === '') return found;
  for (const line of text.trimEnd().split('\n')) {
    const [session, tab, view, name, at, sequence, details] = JSON.parse(line) as Row;
    found.get(session)?.push({ tab, sequence, name, at, pageView: view === '' ? null : view, details: JSON.parse(details) as JsonObject });
  }
  return found;
}

const QUERY = `
  SELECT session, tab, ifNull(toString(pageView), ''), name, at, sequence, details FROM events FINAL
  PREWHERE flight = {flight:String} AND session IN {sessions:Array(UUID)} AND name IN {names:Array(String)}
  WHERE arrival <= {until:UInt64}
  ORDER BY session, at, tab, sequence FORMAT JSONCompactEachRow`;

type Row = [session: string, tab: TabId, pageView: PageViewId | '', name: string, at: number, sequence: number, details: string];
