import { memo } from 'react';
import { KINDS, type EventKind } from '../session/event-kind.ts';
import { shortUrl } from '../session/short-url.ts';
import { PresenceStrip } from './presence-strip.tsx';
import type { Lane, PageStretch, TimelineMark } from './lanes-of.ts';
import type { TimelineScale } from './timeline-scale.ts';
import styles from './timeline.module.css';

/** Height of one tab's lane, and of the axis below all of them. */
export const LANE_PX = 72;
export const AXIS_PX = 20;

const PAGES_TOP = 4;
const PAGES_PX = 16;
/** Where bars stand, and the middles of the two rows of signs below them. */
const BASE = 43;
const CUSTOM_ROW = 50;
const OTHER_ROW = 58;
const BAR_PX = 18;
const LABEL_FROM_PX = 48;
const LETTER_PX = 6.2;

/** One tab: its pages as stretches, and below them a bar or sign where something happened. */
export const TimelineLane = memo(function TimelineLane({ lane, scale, top }: { lane: Lane; scale: TimelineScale; top: number }) {
  const start = scale.xOf(lane.from);
  return (
    <g transform={`translate(0 ${top})`}>
      <line x1={start} x2={Math.max(scale.xOf(lane.to), start + 1)} y1={BASE} y2={BASE} className={styles.life} />
      {lane.pages.map((page, index) => (
        <Page key={page.from} page={page} scale={scale} odd={index % 2 === 1} />
      ))}
      <PresenceStrip spells={lane.presence} scale={scale} bottom={LANE_PX - 1} />
      {KINDS.map((kind) => (
        <path key={kind} d={pathOf(lane.marks, kind)} fill={`var(--kind-${kind})`} />
      ))}
    </g>
  );
});

/** All marks of a kind are one path: a thousand elements less to keep. */
const pathOf = (marks: readonly TimelineMark[], kind: EventKind): string =>
  marks.map((mark) => (mark.kind === kind ? SHAPES[kind](mark) : '')).join('');

function Page({ page, scale, odd }: { page: PageStretch; scale: TimelineScale; odd: boolean }) {
  const x = scale.xOf(page.from);
  const width = Math.max(scale.xOf(page.to) - x - 1, 1);
  const label = shortUrl(page.url).replace(/^[^/]*/, '') || '/';
  const letters = Math.floor((width - 10) / LETTER_PX);
  return (
    <>
      <rect x={x} y={PAGES_TOP} width={width} height={PAGES_PX} rx={2} className={odd ? styles.pageOdd : styles.page} />
      {width >= LABEL_FROM_PX ? (
        <text x={x + 5} y={PAGES_TOP + 12} className={styles.pageLabel}>
          {label.length > letters ? `${label.slice(0, letters - 1)}…` : label}
        </text>
      ) : null}
    </>
  );
}

/**
 * Each kind its own form and row, so that colour is not needed to tell them apart. A bar grows with the root of its share
 * of the fullest one: a hundred thousand events still show where most happened. Page views are the stretches above.
 */
const SHAPES: Record<EventKind, (mark: TimelineMark) => string> = {
  page: () => '',
  interaction: ({ x, share }) => `M${x - 1.25} ${BASE}v${-(3 + (BAR_PX - 3) * Math.sqrt(share))}h2.5V${BASE}z`,
  custom: ({ x }) => `M${x} ${CUSTOM_ROW - 3.5}l3.5 3.5-3.5 3.5-3.5-3.5z`,
  error: ({ x }) => `M${x - 3.5} ${CUSTOM_ROW - 2.5}l1-1 2.5 2.5 2.5-2.5 1 1-2.5 2.5 2.5 2.5-1 1-2.5-2.5-2.5 2.5-1-1 2.5-2.5z`,
  network: ({ x }) => `M${x - 3.5} ${CUSTOM_ROW}a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1-7 0zm2 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z`,
  browser: ({ x }) => `M${x - 2} ${OTHER_ROW - 2}h4v4h-4z`,
  status: ({ x }) => `M${x - 1} ${OTHER_ROW - 3}h2v6h-2z`,
};
