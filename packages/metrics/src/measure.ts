import type { JsonObject } from '@sightline/protocol';
import type { Common, MeasuredEvent, Measurement, Metric } from './metric.ts';

/** The values of metrics over a session's events, whatever order and how often they arrived. */
export function measure<Values extends readonly unknown[]>(
  events: readonly MeasuredEvent[],
  ...metrics: { [Index in keyof Values]: Metric<Values[Index]> }
): Values {
  const common: Common = new Map();
  const running: Measurement<unknown>[] = metrics.map((metric) => metric.begin(metric.parameters, common));
  for (const event of inOrder(events)) for (const one of running) one.see(event);
  return running.map((one) => one.value()) as unknown as Values;
}

/** The metric with some of its parameters changed. */
export const withParameters = <Value, Parameters extends JsonObject>(
  metric: Metric<Value, Parameters>,
  changed: Partial<Parameters>,
): Metric<Value, Parameters> => ({ ...metric, parameters: { ...metric.parameters, ...changed } });

/** Events in time order, ties by tab and sequence, each (tab, sequence) once. */
export function inOrder(events: readonly MeasuredEvent[]): readonly MeasuredEvent[] {
  if (isOrdered(events)) return events;
  return events.toSorted(compare).filter((event, index, all) => index === 0 || compare(all[index - 1] ?? event, event) !== 0);
}

const compare = (a: MeasuredEvent, b: MeasuredEvent): number =>
  a.at - b.at || (a.tab < b.tab ? -1 : a.tab > b.tab ? 1 : 0) || a.sequence - b.sequence;

/** Whether every event is strictly after the one before: then there is nothing to sort and nothing twice. */
const isOrdered = (events: readonly MeasuredEvent[]): boolean =>
  events.every((event, index) => index === 0 || compare(events[index - 1] ?? event, event) < 0);
