import { memo } from 'react';
import type { Moment, MomentKind } from '../player/moments/moments-of.ts';
import type { TimelineScale } from './timeline-scale.ts';

/** Height of the row of marks below the lanes. */
export const MARKS_PX = 26;

const MIDDLE = 13;

/** Each kind its own form, so that colour is not needed to tell them apart; the more it matters, the later it is drawn. */
const SIGNS: Record<MomentKind, { color: string; path: string }> = {
  page: { color: 'var(--kind-page)', path: 'm0-4 4 7h-8z' },
  condition: { color: 'var(--kind-custom)', path: 'm0-4.5 4.5 4.5-4.5 4.5-4.5-4.5z' },
  network: { color: 'var(--kind-network)', path: 'm-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0zm2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z' },
  dead: { color: 'var(--kind-custom)', path: 'm-4-4h8v8h-8zm2 2v4h4v-4z' },
  error: { color: 'var(--kind-error)', path: 'm-4-3 1-1 3 3 3-3 1 1-3 3 3 3-1 1-3-3-3 3-1-1 3-3z' },
  rage: { color: 'var(--kind-error)', path: 'm-4 4v-3h2v3zm3 0v-6h2v6zm3 0v-9h2v9z' },
  note: { color: 'var(--accent-text)', path: 'm-3 5v-10h7l-2 2.5 2 2.5h-5.5v5z' },
};
const ORDER = Object.keys(SIGNS) as MomentKind[];

/** What stands out in the session, along its time. */
export const MomentMarks = memo(function MomentMarks({ moments, scale, top }: MomentMarksProps) {
  return (
    <g transform={`translate(0 ${top})`}>
      {ORDER.map((kind) => (
        <path key={kind} d={pathOf(moments, kind, scale)} fill={SIGNS[kind].color} fillRule="evenodd" />
      ))}
    </g>
  );
});

/** All marks of a kind are one path, and of those on one pixel only one is drawn. */
function pathOf(moments: readonly Moment[], kind: MomentKind, scale: TimelineScale): string {
  const drawn = new Set<number>();
  for (const moment of moments) if (moment.kind === kind) drawn.add(Math.round(scale.xOf(moment.at)));
  return [...drawn].map((x) => `M${x} ${MIDDLE}${SIGNS[kind].path}`).join('');
}

interface MomentMarksProps {
  moments: readonly Moment[];
  scale: TimelineScale;
  top: number;
}
