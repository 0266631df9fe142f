import type { Metric, Sees } from './metric.ts';
import { seenBy } from './seen-by.ts';

/** What some metrics look at together: what has to be read for them. */
export function sights(metrics: readonly Pick<Metric, 'sees' | 'seesBy' | 'parameters'>[]): Sees {
  const fields = new Map<string, Set<string>>();
  for (const metric of metrics) {
    for (const [name, read] of Object.entries(seenBy(metric))) fields.set(name, new Set([...(fields.get(name) ?? []), ...read]));
  }
  return Object.fromEntries([...fields].map(([name, read]) => [name, [...read]]));
}
