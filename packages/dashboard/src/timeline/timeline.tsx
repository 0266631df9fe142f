import type { StoredEvent } from '@sightline/protocol';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { growing } from '../data/growing.ts';
import type { Moment } from '../player/moments/moments-of.ts';
import { targetOf } from '../session/target-of.ts';
import { text } from '../text/text.ts';
import { formatOffset } from '../time/format-offset.ts';
import { EventSlider } from './event-slider.tsx';
import { lanesOf, type Lane } from './lanes-of.ts';
import { MARKS_PX, MomentMarks } from './moment-marks.tsx';
import { nearest } from './nearest.ts';
import { PlayheadLine } from './playhead-line.tsx';
import { PresenceLegend } from './presence-legend.tsx';
import { SeekSlider } from './seek-slider.tsx';
import { AXIS_PX, LANE_PX, TimelineLane } from './timeline-lane.tsx';
import { tickLabel } from './tick-label.ts';
import type { TimelineReplay } from './timeline-replay.ts';
import { timelineScale } from './timeline-scale.ts';
import styles from './timeline.module.css';

/**
 * A lane for each tab with its pages and marks of what happened. Where there is a recording, its time is what one moves in; else a click,
 * or the arrow keys, lead to an event.
 */
export function Timeline({ events, from, to, selected, onSelect, tabs, replay }: TimelineProps) {
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<{ x: number; y: number; mark?: Moment | undefined }>();
  const scale = useMemo(() => timelineScale({ from, to, width }), [from, to, width]);
  const read = useMemo(() => growing(() => lanesOf(scale)), [scale]);
  const lanes = width > 0 ? withRecorded(read(events), replay?.recorded ?? []) : [];
  const lanesPx = Math.max(1, tabs, lanes.length) * LANE_PX;
  const height = lanesPx + (replay ? MARKS_PX : 0) + AXIS_PX;

  const eventAt = (x: number, y: number) => {
    const lane = lanes[Math.floor(y / LANE_PX)];
    return lane?.events[nearest(lane.events, scale.atOf(x))];
  };
  const pointedEvent = pointed && eventAt(pointed.x, pointed.y);
  const shown = pointedEvent ?? (replay ? undefined : selected);
  const drawing =
    width > 0 ? (
      <svg width={width} height={height} aria-hidden className={styles.svg}>
        {scale.ticks(88).map((at) => (
          <g key={at} transform={`translate(${scale.xOf(at)} 0)`}>
            <line y2={height - AXIS_PX + 4} className={styles.tick} />
            <text y={height - 4} x={3} className={styles.label}>
              {scale.xOf(at) > width - 36 ? '' : tickLabel(at - from)}
            </text>
          </g>
        ))}
        {lanes.map((lane, index) => (
          <TimelineLane key={lane.tab} lane={lane} scale={scale} top={index * LANE_PX} />
        ))}
        {replay ? <MomentMarks moments={replay.moments} scale={scale} top={lanesPx} /> : null}
        {selected && !replay ? (
          <line x1={scale.xOf(selected.at)} x2={scale.xOf(selected.at)} y2={height - AXIS_PX + 4} className={styles.playhead} />
        ) : null}
      </svg>
    ) : null;
  const pointer = pointed ? (
    <span
      className={styles.pointer}
      style={{ left: replay || !pointedEvent ? pointed.x : scale.xOf(pointedEvent.at), height: height - AXIS_PX }}
    />
  ) : null;

  return (
    <section className={styles.timeline} aria-label={text.timeline.title}>
      <div className={styles.lanes}>
        <ul className={styles.names} aria-hidden>
          {lanes.map((lane, index) => (
            <li
              key={lane.tab}
              style={{ height: LANE_PX }}
              title={lane.tab}
              data-shown={replay && lanes.length > 1 && lane.tab === replay.tab ? 'true' : undefined}
            >
              <span>{text.timeline.tab(index + 1)}</span>
              <span className="quiet">{text.number(lane.events.length)}</span>
            </li>
          ))}
          {replay ? (
            <li className={styles.marksName} style={{ height: MARKS_PX }}>
              <span className="quiet">{text.player.marks}</span>
            </li>
          ) : null}
        </ul>
        <div ref={ref} className={styles.plot} style={{ height }}>
          {replay ? (
            <SeekSlider replay={replay} scale={scale} marksTop={lanesPx} onPoint={setPointed}>
              {drawing}
              {pointer}
              {replay.player ? <PlayheadLine player={replay.player} scale={scale} height={height - AXIS_PX + 4} /> : null}
            </SeekSlider>
          ) : (
            <EventSlider events={events} from={from} selected={selected} onSelect={onSelect} eventAt={eventAt} onPoint={setPointed}>
              {drawing}
              {pointer}
            </EventSlider>
          )}
        </div>
      </div>
      <div className={styles.foot}>
        <p className={styles.said} aria-hidden>
          <Said at={pointed && replay ? scale.atOf(pointed.x) : shown?.at} mark={pointed?.mark} event={shown} from={from} />
          {shown || pointed ? null : <span className="quiet">{replay ? text.player.hint : text.timeline.hint}</span>}
        </p>
        <PresenceLegend />
      </div>
    </section>
  );
}

/** What is under the pointer, in words. */
const Said = ({
  at,
  mark,
  event,
  from,
}: {
  at: number | undefined;
  mark: Moment | undefined;
  event: StoredEvent | undefined;
  from: number;
}) =>
  at === undefined ? null : (
    <>
      <span className={styles.offset}>{formatOffset((mark?.at ?? at) - from)}</span> {mark ? mark.label : null}
      {event && !mark ? (
        <>
          <strong>{event.name}</strong> <span className="quiet">{targetOf(event)}</span>
        </>
      ) : null}
    </>
  );

export interface TimelineProps {
  /** In order of time. */
  events: readonly StoredEvent[];
  from: number;
  to: number;
  selected: StoredEvent | undefined;
  onSelect: (event: StoredEvent) => void;
  /** How many lanes to keep room for while events are still being read. */
  tabs: number;
  /** Where there is a recording. */
  replay?: TimelineReplay | undefined;
}

/** Tabs of which nothing but a recording is there have a lane too; the others know when theirs is. */
function withRecorded(lanes: readonly Lane[], recorded: TimelineReplay['recorded']): readonly Lane[] {
  if (recorded.length === 0) return lanes;
  const known = new Set(lanes.map(({ tab }) => tab));
  return [
    ...lanes,
    ...recorded
      .filter(({ tab }) => !known.has(tab))
      .map(({ tab, from, to }) => ({ tab, from, to, events: [], pages: [], marks: [], presence: [] })),
  ];
}
