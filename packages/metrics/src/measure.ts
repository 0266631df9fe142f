import { isDerivedName } from './derived-name.ts';
import { inOrder } from './in-order.ts';
import type { Common, MeasuredEvent, Measurement, Metric, Sees } from './metric.ts';
import { looksAt, seenBy } from './seen-by.ts';

/**
 * The values of metrics over a session's events, whatever order and how often they arrived. Events and fields that none of the
 * metrics sees may be left out, but for the session's first and last event (see `sights`).
 */
export function measure<Values extends readonly unknown[]>(
  events: readonly MeasuredEvent[],
  ...metrics: { [Index in keyof Values]: Metric<Values[Index]> }
): Values {
  const common: Common = new Map();
  const running: Running[] = metrics.map((metric) => ({
    sees: seenBy(metric),
    ends: metric.ends,
    measurement: metric.begin(metric.parameters, common),
  }));
  const byName = new Map<string, Running[]>();
  const ordered = inOrder(events);
  // What a rule yields afterwards makes no session longer.
  const isRecorded = ({ name }: MeasuredEvent) => !isDerivedName(name);
  const first = ordered.findIndex(isRecorded);
  const last = ordered.findLastIndex(isRecorded);
  ordered.forEach((event, index) => {
    const isEnd = index === first || index === last;
    for (const { sees, ends, measurement } of isEnd ? running : seeing(event.name)) {
      if (!isEnd || ends || looksAt(sees, event.name)) measurement.see(event);
    }
  });
  return running.map(({ measurement }) => measurement.value()) as unknown as Values;

  function seeing(name: string): Running[] {
    const known = byName.get(name);
    if (known !== undefined) return known;
    const found = running.filter(({ sees }) => looksAt(sees, name));
    byName.set(name, found);
    return found;
  }
}

interface Running {
  sees: Sees;
  ends: boolean;
  measurement: Measurement<unknown>;
}
