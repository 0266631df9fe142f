import { METRICS, measure, metricId, pertinent, sights } from '@sightline/metrics';
import type { MetricResult, SessionSummary } from '@sightline/protocol';
import { recentMap } from '../door/recent-map.ts';
import type { Store } from '../store/index.ts';

/** How many sessions' results are kept: a console shows a few at a time, and asks for them every few seconds. */
const KEPT = 500;
const SEES = sights(METRICS);

/**
 * A session's metrics: the general ones, and those of studies whose events it has. Results are kept until the session has more
 * events, or rules found others: stored events never change, so their number and ends tell whether anything came.
 */
export function measuredSessions({ store }: { store: Pick<Store, 'sessionEventsForMetrics' | 'derivedMark'> }) {
  const kept = recentMap<string, { of: string; results: Promise<MetricResult[]> }>(KEPT);

  return async ({ id, flight, events, startedAt, lastAt }: SessionSummary): Promise<MetricResult[]> => {
    const session = `${flight} ${id}`;
    const of = `${events} ${startedAt} ${lastAt} ${await store.derivedMark({ flight, session: id })}`;
    const known = kept.get(session);
    if (known?.of === of) return known.results;
    const results = store.sessionEventsForMetrics({ session: id, flight, sees: SEES }).then(measured);
    kept.set(session, { of, results });
    // What failed is asked again by the next reader, not answered to it.
    results.catch(() => kept.get(session)?.results === results && kept.set(session, { of: '', results }));
    return results;
  };
}

function measured(events: Parameters<typeof measure>[0]): MetricResult[] {
  const values = measure(events, ...METRICS);
  const shown = new Set(pertinent(METRICS, values));
  return METRICS.flatMap((metric, index) => (shown.has(metric) ? [result(metric, values[index])] : []));
}

const result = (metric: (typeof METRICS)[number], value: unknown): MetricResult => ({
  metric: metricId(metric),
  group: metric.group,
  title: metric.title,
  unit: metric.unit,
  definition: metric.definition,
  parameters: metric.parameters,
  value,
});
