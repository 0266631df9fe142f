import type { Group } from './groups.ts';
import { measure } from './measure.ts';
import type { Metric } from './metric.ts';

/** What is asked of every session; the other groups belong to sessions of their kind. */
const ALWAYS: ReadonlySet<Group> = new Set(['time', 'activity', 'frustration', 'quality']);

/**
 * The metrics to show of a session with these values: general groups always, the others (search, forms, gaze …) as a whole where at
 * least one of their metrics says something else than of no events at all.
 */
export function pertinent(metrics: readonly Metric[], values: readonly unknown[]): Metric[] {
  const nothing = measure([], ...metrics);
  const told = new Set(metrics.filter((_, index) => !isSame(values[index], nothing[index])).map(({ group }) => group));
  return metrics.filter(({ group }) => ALWAYS.has(group) || told.has(group));
}

/** Tables of a long session are long: whether they are empty is all that matters here. */
const isSame = (value: unknown, nothing: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 && Array.isArray(nothing) : JSON.stringify(value) === JSON.stringify(nothing);
