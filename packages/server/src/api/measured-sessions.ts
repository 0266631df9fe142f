import { METRICS, measure, metricId, sights } from '@sightline/metrics';
import type { MetricResult, SessionSummary } from '@sightline/protocol';
import { recentMap } from '../door/recent-map.ts';
import type { Store } from '../store/index.ts';

/** How many sessions' results are kept: a console shows a few at a time, and asks for them every few seconds. */
const KEPT = 500;
const SEES = sights(METRICS);

/**
 * Every metric of a session. Results are kept until the session has more events: stored events never change, so their number
 * and ends tell whether anything came.
 */
export function measuredSessions({ store }: { store: Pick<Store, 'sessionEventsForMetrics'> }) {
  const kept = recentMap<string, { of: string; results: Promise<MetricResult[]> }>(KEPT);

  return ({ id, flight, events, startedAt, lastAt }: SessionSummary): Promise<MetricResult[]> => {
    const session = `${flight} ${id}`;
    const of = `${events} ${startedAt} ${lastAt}`;
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
  return METRICS.map((metric, index) => ({
    metric: metricId(metric),
    title: metric.title,
    group: metric.group,
    unit: metric.unit,
    definition: metric.definition,
    parameters: metric.parameters,
    value: values[index],
  }));
}
