import type { StoredEvent } from '@sightline/protocol';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { growing } from '../data/growing.ts';
import { targetOf } from '../session/target-of.ts';
import { text } from '../text/text.ts';
import { formatOffset } from '../time/format-offset.ts';
import { lanesOf } from './lanes-of.ts';
import { nearest } from './nearest.ts';
import { PresenceLegend } from './presence-legend.tsx';
import { AXIS_PX, LANE_PX, TimelineLane } from './timeline-lane.tsx';
import { tickLabel } from './tick-label.ts';
import { timelineScale } from './timeline-scale.ts';
import styles from './timeline.module.css';

/** A lane for each tab with its pages and marks of what happened; a click, or the arrow keys, lead to the event. */
export function Timeline({ events, from, to, selected, onSelect, tabs }: TimelineProps) {
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<StoredEvent>();
  const scale = useMemo(() => timelineScale({ from, to, width }), [from, to, width]);
  const read = useMemo(() => growing(() => lanesOf(scale)), [scale]);
  const lanes = width > 0 ? read(events) : [];
  const height = Math.max(1, tabs) * LANE_PX + AXIS_PX;

  const eventAt = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    const lane = lanes[Math.floor((clientY - box.top) / LANE_PX)];
    return lane?.events[nearest(lane.events, scale.atOf(clientX - box.left))];
  };
  const position = selected ? nearest(events, selected.at) : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: position + 1, ArrowLeft: position - 1, Home: 0, End: events.length - 1 };
    const next = steps[event.key];
    const target = next === undefined ? undefined : events[Math.min(Math.max(next, 0), events.length - 1)];
    if (!target) return;
    event.preventDefault();
    onSelect(target);
  };
  const shown = pointed ?? selected;

  return (
    <section className={styles.timeline} aria-label={text.timeline.title}>
      <ul className={styles.names} aria-hidden>
        {lanes.map((lane, index) => (
          <li key={lane.tab} style={{ height: LANE_PX }} title={lane.tab}>
            <span>{text.timeline.tab(index + 1)}</span>
            <span className="quiet">{text.number(lane.events.length)}</span>
          </li>
        ))}
      </ul>
      <div ref={ref} className={styles.plot} style={{ height }}>
        <div
          className={styles.slider}
          role="slider"
          tabIndex={0}
          aria-label={text.timeline.slider}
          aria-valuemin={0}
          aria-valuemax={Math.max(events.length - 1, 0)}
          aria-valuenow={Math.max(position, 0)}
          aria-valuetext={
            selected ? text.timeline.at(formatOffset(selected.at - from), selected.name, targetOf(selected)) : text.timeline.none
          }
          onKeyDown={onKeyDown}
          onPointerMove={(event) => setPointed(eventAt(event))}
          onPointerLeave={() => setPointed(undefined)}
          onPointerDown={(event) => {
            const target = eventAt(event);
            if (target) onSelect(target);
          }}
        >
          {width > 0 ? (
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
              {selected ? (
                <line x1={scale.xOf(selected.at)} x2={scale.xOf(selected.at)} y2={height - AXIS_PX + 4} className={styles.playhead} />
              ) : null}
            </svg>
          ) : null}
          {pointed ? <span className={styles.pointer} style={{ left: scale.xOf(pointed.at), height: height - AXIS_PX }} /> : null}
        </div>
      </div>
      <p className={styles.said} aria-hidden>
        {shown ? (
          <>
            <span className={styles.offset}>{formatOffset(shown.at - from)}</span> <strong>{shown.name}</strong>{' '}
            <span className="quiet">{targetOf(shown)}</span>
          </>
        ) : (
          <span className="quiet">{text.timeline.hint}</span>
        )}
      </p>
      <PresenceLegend />
    </section>
  );
}

export interface TimelineProps {
  /** In order of time. */
  events: readonly StoredEvent[];
  from: number;
  to: number;
  selected: StoredEvent | undefined;
  onSelect: (event: StoredEvent) => void;
  /** How many lanes to keep room for while events are still being read. */
  tabs: number;
}
