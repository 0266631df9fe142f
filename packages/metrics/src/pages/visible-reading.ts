import type { TabId } from '@sightline/protocol';
import type { MeasuredEvent, Sees } from '../metric.ts';
import { byTab } from '../presence/by-tab.ts';
import { intersection, lengthOf, type Interval } from '../presence/intervals.ts';
import { covered, measuredLanes } from '../presence/lanes.ts';

export const VISIBLE_SEES: Sees = { presence: ['state', 'lengthMs', 'jumpMs', 'recovered'], visibilityChange: ['visible'] };

/** Reads when tabs were visible: from intervals of presence, else from changes of visibility; nothing is known of tabs that tell neither. */
export function visibleReading() {
  const presence: MeasuredEvent[] = [];
  const changes: MeasuredEvent[] = [];
  let known: Map<TabId, Interval[]> | undefined;

  const lay = (): Map<TabId, Interval[]> =>
    new Map<TabId, Interval[]>([
      ...[...byTab(changes)].map(([tab, own]) => [tab, betweenChanges(own)] as const),
      ...measuredLanes(presence).map(({ tab, spells }) => [tab, covered(spells, 'visible')] as const),
    ]);

  return {
    see(event: MeasuredEvent) {
      if (event.name === 'presence') presence.push(event);
      else if (event.name === 'visibilityChange') changes.push(event);
    },
    /** The visible parts of an interval of a tab; undefined where the tab tells nothing. */
    within(tab: TabId, span: Interval): Interval[] | undefined {
      known ??= lay();
      const visible = known.get(tab);
      return visible && intersection(visible, [span]);
    },
    /** Visible milliseconds of an interval; all of it where the tab tells nothing. */
    msWithin(tab: TabId, span: Interval): number {
      const visible = this.within(tab, span);
      return visible ? lengthOf(visible) : span.to - span.from;
    },
  };
}

/** A tab is as it was before a change, which is the opposite; after the last it stays as that says. */
function betweenChanges(changes: readonly MeasuredEvent[]): Interval[] {
  const spans: Interval[] = [];
  let since: number | undefined = changes[0]?.details.visible === false ? -Infinity : undefined;
  for (const { at, details } of changes) {
    if (details.visible === true) since ??= at;
    else if (details.visible === false && since !== undefined) {
      if (at > since) spans.push({ from: since, to: at });
      since = undefined;
    }
  }
  if (since !== undefined) spans.push({ from: since, to: Infinity });
  return spans;
}
