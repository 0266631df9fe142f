import type { MeasuredEvent, Sees } from '@sightline/metrics';
import { flightOf } from './flight-of.ts';
import { metricEvents, metricEventsValues, readMetricEvents } from './metric-events.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

export interface MetricEventsQuery extends SessionKey {
  /** What the metrics look at. */
  sees: Sees;
}

/**
 * The events of a session that metrics look at, and its first and last one, in time order, each once. Details, metadata and
 * application-specific data are there for the names that `sees` gives fields of.
 */
export async function sessionEventsForMetrics({ engine }: QuestionDeps, { sees, ...key }: MetricEventsQuery): Promise<MeasuredEvent[]> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return [];
  const parameters = { flight, session: key.session, ...metricEventsValues(sees) };
  const text = await engine.use((client) => plainText(client, metricEvents(OF_SESSION, sees), parameters));
  return readMetricEvents(text, sees).values().next().value ?? [];
}

const OF_SESSION = { sessions: 'flight = {flight:String} AND session = {session:UUID}' };
