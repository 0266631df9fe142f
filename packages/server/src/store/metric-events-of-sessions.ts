import type { MeasuredEvent, Sees } from '@sightline/metrics';
import type { SessionHead } from './export-heads.ts';
import { metricEvents, metricEventsValues, readMetricEvents } from './metric-events.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps } from './question.ts';

export interface MetricEventsOfSessionsQuery {
  flight: string;
  heads: readonly SessionHead[];
  /** The last arrival that is looked at. */
  until: number;
  sees: Sees;
}

/** The same as `sessionEventsForMetrics` of many sessions with one question. */
export async function metricEventsOfSessions(
  { engine }: QuestionDeps,
  { flight, heads, until, sees }: MetricEventsOfSessionsQuery,
): Promise<Map<string, MeasuredEvent[]>> {
  if (heads.length === 0) return new Map();
  const parameters = { flight, until, ids: heads.map(({ session }) => session), ...metricEventsValues(sees) };
  return readMetricEvents(await engine.use((client) => plainText(client, metricEvents(OF_SESSIONS, sees), parameters)), sees);
}

const OF_SESSIONS = { sessions: 'flight = {flight:String} AND session IN {ids:Array(UUID)}', stored: 'arrival <= {until:UInt64}' };
