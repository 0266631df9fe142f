import type { TabId } from '@sightline/protocol';
import type { MeasuredEvent } from '../metric.ts';

/** Events of each tab, in the order they are given. */
export function byTab(events: readonly MeasuredEvent[]): Map<TabId, MeasuredEvent[]> {
  const tabs = new Map<TabId, MeasuredEvent[]>();
  for (const event of events) {
    const known = tabs.get(event.tab);
    if (known) known.push(event);
    else tabs.set(event.tab, [event]);
  }
  return tabs;
}
