import type { MeasuredEvent } from './metric.ts';

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
