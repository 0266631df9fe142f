import type { Interval, Lane } from '@sightline/metrics';
import type { PresenceState } from '@sightline/protocol';

/** How much a tab's state speaks for it being the one that somebody looked at. */
const WEIGHT: Record<PresenceState, number> = { active: 4, focused: 3, visible: 2, hidden: 1, frozen: 0, asleep: 0 };

/** A recorded tab: when, and what it was meanwhile. */
export interface RecordedLane extends Interval {
  tab: string;
  spells: Lane['spells'];
}

/**
 * The tab that somebody saw at a moment: of the tabs recorded then the most present; of equals the one shown before, as nobody likes a
 * picture that jumps; before, between and after recordings the nearest one.
 */
export function tabAt(lanes: readonly RecordedLane[], at: number, shown?: string): string | undefined {
  let best: { tab: string; weight: number } | undefined;
  for (const { tab, from, to, spells } of lanes) {
    const away = at < from ? from - at : Math.max(0, at - to);
    const weight = (away > 0 ? -1 - away : weightAt(spells, at)) + (tab === shown ? 0.5 : 0);
    if (!best || weight > best.weight) best = { tab, weight };
  }
  return best?.tab;
}

function weightAt(spells: Lane['spells'], at: number): number {
  const spell = spells.find(({ from, to }) => at >= from && at < to);
  return spell ? WEIGHT[spell.state] : 0;
}
