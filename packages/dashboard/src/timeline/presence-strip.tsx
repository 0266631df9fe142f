import type { Spell } from '@sightline/metrics';
import type { PresenceState } from '@sightline/protocol';
import { text } from '../text/text.ts';
import { formatDuration } from '../time/format-duration.ts';
import type { TimelineScale } from './timeline-scale.ts';

/** The more present, the higher: told apart without colour. */
export const PRESENCE_HEIGHT_PX: Record<PresenceState, number> = { asleep: 0, frozen: 0, hidden: 2, visible: 4, focused: 6, active: 8 };

/** How present somebody was in a tab, along its lane. */
export function PresenceStrip({ spells, scale, bottom }: { spells: readonly Spell[]; scale: TimelineScale; bottom: number }) {
  // A page is shown before its first event, where the timeline begins.
  const xOf = (at: number) => Math.max(scale.xOf(at), 0);
  return spells.map(({ state, from, to }) => (
    <rect
      key={`${state} ${from}`}
      x={xOf(from)}
      width={Math.max(xOf(to) - xOf(from), 0.5)}
      y={bottom - PRESENCE_HEIGHT_PX[state]}
      height={PRESENCE_HEIGHT_PX[state]}
      fill={`var(--presence-${state})`}
    >
      <title>{text.timeline.presence(state, formatDuration(to - from))}</title>
    </rect>
  ));
}
