import type { Group } from './groups.ts';
import { measure } from './measure.ts';
import type { Metric } from './metric.ts';

/** What is asked of every session; the other groups belong to sessions of their kind. */
const ALWAYS: ReadonlySet<Group> = new Set(['time', 'activity', 'frustration', 'quality']);

/** Whether a metric is shown of every session, whatever is in it. */
export const isGeneral = ({ group }: Pick<Metric, 'group'>): boolean => ALWAYS.has(group);

/** The metrics to show of a session with these values, see `pertinence`. */
export const pertinent = (metrics: readonly Metric[], values: readonly unknown[]): Metric[] => pertinence(metrics)(values);

/**
 * Which metrics to show of a session with some values: general groups always, the others (search, forms, gaze …) as a whole where at
 * least one of their metrics says something else than of no events at all.
 */
export function pertinence(metrics: readonly Metric[]): (values: readonly unknown[]) => Metric[] {
  const nothing = measure([], ...metrics);
  const blank = nothing.map((value) => JSON.stringify(value));
  return (values) => {
    const told = new Set(metrics.filter((_, index) => !isSame(values[index], nothing[index], blank[index])).map(({ group }) => group));
    return metrics.filter((metric) => isGeneral(metric) || told.has(metric.group));
  };
}

/** Tables of a long session are long: whether they are empty is all that matters here. */
const isSame = (value: unknown, nothing: unknown, blank: string | undefined): boolean =>
  Array.isArray(value) ? value.length === 0 && Array.isArray(nothing) : JSON.stringify(value) === blank;
