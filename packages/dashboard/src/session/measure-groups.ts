import type { MetricResult } from '@sightline/protocol';
import { isUnknown } from './metric-value.ts';

/** Metrics about one thing, and how many of them have something to say. */
export interface MeasureGroup {
  group: string;
  metrics: readonly MetricResult[];
  telling: number;
}

/** Sorts metrics into their groups, in the order in which the groups first come; only those that contain what is searched. */
export function measureGroups(metrics: readonly MetricResult[], find: string): MeasureGroup[] {
  const groups = new Map<string, MetricResult[]>();
  for (const metric of metrics.filter((one) => contains(one, find.trim().toLocaleLowerCase()))) {
    const known = groups.get(metric.group);
    if (known) known.push(metric);
    else groups.set(metric.group, [metric]);
  }
  return [...groups].map(([group, own]) => ({ group, metrics: own, telling: own.filter(({ value }) => tells(value)).length }));
}

const contains = ({ title, metric, definition }: MetricResult, find: string): boolean =>
  find === '' || [title, metric, definition].some((words) => words.toLocaleLowerCase().includes(find));

/** Whether a value is more than «nothing of the kind happened». */
const tells = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : !(isUnknown(value) || value === 0 || value === false);
