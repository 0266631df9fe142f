import type { TabId } from '@sightline/protocol';
import type { MeasuredEvent, Sees } from '../metric.ts';

export const AWAY_SEES: Sees = { viewportFocusChange: ['hasFocus'], click: [] };

/** Reads for how long the person looked elsewhere: no tab of the site had the focus. A time that nothing ended is not known. */
export function awayReading(leastMs: number): { see(event: MeasuredEvent): void; stays(): readonly number[] } {
  const unfocused = new Set<TabId>();
  let focused: TabId | undefined;
  let since: number | undefined;
  const stays: number[] = [];
  return {
    see({ name, tab, at, details }) {
      const gains = name === 'click' || (name === 'viewportFocusChange' && details.hasFocus === true);
      if (gains) {
        if (since !== undefined && at - since >= leastMs) stays.push(at - since);
        since = undefined;
        focused = tab;
        unfocused.delete(tab);
      } else if (name === 'viewportFocusChange' && details.hasFocus === false && !unfocused.has(tab)) {
        unfocused.add(tab);
        // The other tab may have told that it has the focus before this one told that it lost it.
        if (focused === undefined || focused === tab) {
          focused = undefined;
          since ??= at;
        }
      }
    },
    stays: () => stays,
  };
}
