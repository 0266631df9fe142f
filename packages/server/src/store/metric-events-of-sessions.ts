import type { MeasuredEvent, Sees } from '@sightline/metrics';
import type { SessionHead } from './export-heads.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps } from './question.ts';
import { eventsOf, groupsOf, inTime, namesIn, type Group } from './session-events-for-metrics.ts';

export interface MetricEventsOfSessionsQuery {
  flight: string;
  heads: readonly SessionHead[];
  until: number;
  sees: Sees;
}

/** The same as `sessionEventsForMetrics` of many sessions with one question. */
export async function metricEventsOfSessions(
  { engine }: QuestionDeps,
  { flight, heads, until, sees }: MetricEventsOfSessionsQuery,
): Promise<Map<string, MeasuredEvent[]>> {
  const sessions = new Map<string, MeasuredEvent[]>(heads.map(({ session }) => [session, []]));
  if (heads.length === 0) return sessions;
  const parameters = { flight, until, ids: [...sessions.keys()], ...namesIn(sees) };
  const text = await engine.use((client) => plainText(client, GROUPS, parameters));
  for (const line of text === '' ? [] : text.trimEnd().split('\n')) {
    const [session, ...group] = JSON.parse(line) as [string, ...Group];
    const events = sessions.get(session);
    for (const event of eventsOf(group, sees)) events?.push(event);
  }
  for (const events of sessions.values()) events.sort(inTime);
  return sessions;
}

const OF_SESSIONS = 'events FINAL WHERE flight = {flight:String} AND session IN {ids:Array(UUID)} AND arrival <= {until:UInt64}';
const ENDS = `(session, at) IN (SELECT session, arrayJoin([min(at), max(at)]) FROM ${OF_SESSIONS} GROUP BY session)`;
const GROUPS = `${groupsOf(OF_SESSIONS, ENDS, 'session,')} FORMAT JSONCompactEachRow`;
