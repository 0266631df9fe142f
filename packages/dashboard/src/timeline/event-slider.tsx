import type { StoredEvent } from '@sightline/protocol';
import type { KeyboardEvent, ReactNode } from 'react';
import { targetOf } from '../session/target-of.ts';
import { text } from '../text/text.ts';
import { formatOffset } from '../time/format-offset.ts';
import { nearest } from './nearest.ts';
import styles from './timeline.module.css';

/** Leads from event to event, by pointer or keys. */
export function EventSlider({ events, from, selected, onSelect, eventAt, onPoint, children }: EventSliderProps) {
  const position = selected ? nearest(events, selected.at) : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: position + 1, ArrowLeft: position - 1, Home: 0, End: events.length - 1 };
    const next = steps[event.key];
    const target = next === undefined ? undefined : events[Math.min(Math.max(next, 0), events.length - 1)];
    if (!target) return;
    event.preventDefault();
    onSelect(target);
  };
  return (
    <div
      className={styles.slider}
      role="slider"
      tabIndex={0}
      aria-label={text.timeline.slider}
      aria-valuemin={0}
      aria-valuemax={Math.max(events.length - 1, 0)}
      aria-valuenow={Math.max(position, 0)}
      aria-valuetext={selected ? text.timeline.at(formatOffset(selected.at - from), selected.name, targetOf(selected)) : text.timeline.none}
      onKeyDown={onKeyDown}
      onPointerMove={({ clientX, clientY, currentTarget }) => {
        const box = currentTarget.getBoundingClientRect();
        onPoint({ x: clientX - box.left, y: clientY - box.top });
      }}
      onPointerLeave={() => onPoint(undefined)}
      onPointerDown={({ clientX, clientY, currentTarget }) => {
        const box = currentTarget.getBoundingClientRect();
        const target = eventAt(clientX - box.left, clientY - box.top);
        if (target) onSelect(target);
      }}
    >
      {children}
    </div>
  );
}

interface EventSliderProps {
  /** In order of time. */
  events: readonly StoredEvent[];
  from: number;
  selected: StoredEvent | undefined;
  onSelect: (event: StoredEvent) => void;
  eventAt: (x: number, y: number) => StoredEvent | undefined;
  onPoint: (at: { x: number; y: number } | undefined) => void;
  children: ReactNode;
}
