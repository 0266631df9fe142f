import { measure, metricId, pertinent, sights, type Metric } from '@sightline/metrics';
import type { MetricResult, SessionSummary } from '@sightline/protocol';
import { recentMap } from '../door/recent-map.ts';
import { definitionsOf } from '../jobs/measuring/definitions.ts';
import type { Registry } from '../registry/registry.ts';
import type { Store } from '../store/index.ts';

/** How many sessions' results are kept: a console shows a few at a time, and asks for them every few seconds. */
const KEPT = 500;

export interface MeasuredSessionsDeps {
  store: Pick<Store, 'sessionEventsForMetrics' | 'derivedMark'>;
  registry: Pick<Registry, 'measureSettings'>;
}

/**
 * A session's metrics, with the parameters its flight measures them with: the general ones, and those of studies whose events it has. Results are
 * kept until the session has more events, rules found others or the flight measures otherwise: stored events never change, so their number and
 * ends tell whether anything came.
 */
export function measuredSessions({ store, registry }: MeasuredSessionsDeps) {
  const kept = recentMap<string, { of: string; results: Promise<MetricResult[]> }>(KEPT);

  return async ({ id, flight, events, startedAt, lastAt }: SessionSummary): Promise<MetricResult[]> => {
    const session = `${flight} ${id}`;
    const [settings, mark] = await Promise.all([registry.measureSettings.of(flight), store.derivedMark({ flight, session: id })]);
    const { hash, definitions } = definitionsOf(settings);
    const of = `${events} ${startedAt} ${lastAt} ${mark} ${hash}`;
    const known = kept.get(session);
    if (known?.of === of) return known.results;
    const metrics = definitions.map(({ metric }) => metric);
    const results = store.sessionEventsForMetrics({ session: id, flight, sees: sights(metrics) }).then((seen) => measured(seen, metrics));
    kept.set(session, { of, results });
    // What failed is asked again by the next reader, not answered to it.
    results.catch(() => kept.get(session)?.results === results && kept.set(session, { of: '', results }));
    return results;
  };
}

function measured(events: Parameters<typeof measure>[0], metrics: readonly Metric[]): MetricResult[] {
  const values = measure(events, ...metrics);
  const shown = new Set(pertinent(metrics, values));
  return metrics.flatMap((metric, index) => (shown.has(metric) ? [result(metric, values[index])] : []));
}

const result = (metric: Metric, value: unknown): MetricResult => ({
  metric: metricId(metric),
  group: metric.group,
  title: metric.title,
  unit: metric.unit,
  definition: metric.definition,
  parameters: metric.parameters,
  value,
});
