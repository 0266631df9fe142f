import { shortUrl } from '../session/short-url.ts';
import type { EventKind } from '../session/event-kind.ts';
import { MARK_PX, type Lane, type PageStretch, type TimelineMark } from './lanes-of.ts';
import type { TimelineScale } from './timeline-scale.ts';
import styles from './timeline.module.css';

/** Height of one tab's lane, and of the axis below all of them. */
export const LANE_PX = 56;
export const AXIS_PX = 20;

const PAGES_TOP = 4;
const PAGES_PX = 16;
const BASE = 50;
const BAR_PX = 20;
const LABEL_FROM_PX = 48;
const LETTER_PX = 6.2;

/** One tab: its pages as stretches, and below them a bar or sign where something happened. */
export function TimelineLane({ lane, scale, top }: { lane: Lane; scale: TimelineScale; top: number }) {
  const start = scale.xOf(lane.from);
  return (
    <g transform={`translate(0 ${top})`}>
      <line x1={start} x2={Math.max(scale.xOf(lane.to), start + 1)} y1={BASE} y2={BASE} className={styles.life} />
      {lane.pages.map((page, index) => (
        <Page key={page.from} page={page} scale={scale} odd={index % 2 === 1} />
      ))}
      {lane.marks.map((mark) => (
        <path key={`${mark.kind} ${mark.x}`} d={SHAPES[mark.kind](mark)} fill={`var(--kind-${mark.kind})`} />
      ))}
    </g>
  );
}

function Page({ page, scale, odd }: { page: PageStretch; scale: TimelineScale; odd: boolean }) {
  const x = scale.xOf(page.from);
  const width = Math.max(scale.xOf(page.to) - x, 2);
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

/** Each kind its own form, so that colour is not needed to tell them apart; a bar grows with the logarithm of its count. */
const SHAPES: Record<EventKind, (mark: TimelineMark) => string> = {
  page: ({ x }) => `M${x} ${BASE - 27}l3.5 5h-7z`,
  interaction: ({ x, count }) => {
    const height = Math.min(BAR_PX, 6 + 3 * Math.log2(count));
    return `M${x - MARK_PX / 2 + 0.75} ${BASE}v${-height}h${MARK_PX - 1.5}v${height}z`;
  },
  custom: ({ x }) => `M${x} ${BASE - 9}l3.5 4.5-3.5 4.5-3.5-4.5z`,
  browser: ({ x }) => `M${x - 1.5} ${BASE - 1.5}h3v3h-3z`,
  status: ({ x }) => `M${x - 0.75} ${BASE}h1.5v4h-1.5z`,
};
