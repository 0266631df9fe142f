import type { MeasuredEvent, Sees } from '@sightline/metrics';
import { metricEvents, metricEventsValues, readMetricEvents } from './metric-events.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps } from './question.ts';

/** The events of several sessions that metrics look at, by session; one whose events none of them looks at has its first and last. */
export async function eventsForMeasuring(
  { engine }: QuestionDeps,
  { flight, sessions, sees }: { flight: string; sessions: readonly string[]; sees: Sees },
): Promise<Map<string, MeasuredEvent[]>> {
  if (sessions.length === 0) return new Map();
  const parameters = { flight, sessions, ...metricEventsValues(sees) };
  const text = await engine.use((client) => plainText(client, metricEvents(OF_SESSIONS, sees), parameters, ONE_CORE));
  return readMetricEvents(text, sees);
}

/** Measuring goes on for minutes in the background: the other core is for those who acknowledge and ask. */
const ONE_CORE = { max_threads: 1 };
const OF_SESSIONS = { sessions: 'flight = {flight:String} AND session IN {sessions:Array(UUID)}' };
