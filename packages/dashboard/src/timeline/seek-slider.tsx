import { useCallback, useRef, type PointerEvent, type ReactNode } from 'react';
import type { Moment } from '../player/moments/moments-of.ts';
import { useMoment } from '../player/view/use-moment.ts';
import { text } from '../text/text.ts';
import { formatDuration } from '../time/format-duration.ts';
import { nearest } from './nearest.ts';
import type { TimelineReplay } from './timeline-replay.ts';
import type { TimelineScale } from './timeline-scale.ts';
import styles from './timeline.module.css';

/** How near a click has to be to a mark to mean it, and how long before it replay begins. */
const NEAR_PX = 7;
export const LEAD_MS = 1_000;

/** Takes the playhead along as it is dragged; a click on a mark leads to just before it. Keys are the player's own. */
export function SeekSlider({ replay: { player, moments }, scale, marksTop, onPoint, children }: SeekSliderProps) {
  const dragged = useRef(false);
  const readSecond = useCallback((at: number) => Math.round((at - scale.from) / 1_000), [scale.from]);
  const second = useMoment(player, readSecond, 0);
  const placeOf = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };
  const markAt = (x: number, y: number) => {
    const mark = y >= marksTop ? moments[nearest(moments, scale.atOf(x))] : undefined;
    return mark && Math.abs(scale.xOf(mark.at) - x) <= NEAR_PX ? mark : undefined;
  };
  return (
    <div
      className={styles.slider}
      role="slider"
      tabIndex={0}
      aria-label={text.player.position}
      aria-valuemin={0}
      aria-valuemax={Math.round((scale.to - scale.from) / 1_000)}
      aria-valuenow={second}
      aria-valuetext={formatDuration(second * 1_000)}
      onPointerDown={(event) => {
        const { x, y } = placeOf(event);
        const mark = markAt(x, y);
        dragged.current = !mark;
        if (!mark) event.currentTarget.setPointerCapture(event.pointerId);
        player?.seek(mark ? mark.at - LEAD_MS : scale.atOf(x));
      }}
      onPointerMove={(event) => {
        const { x, y } = placeOf(event);
        onPoint({ x, y, mark: markAt(x, y) });
        if (dragged.current && event.buttons > 0) player?.seek(scale.atOf(x));
      }}
      onPointerUp={() => {
        dragged.current = false;
      }}
      onPointerLeave={() => onPoint(undefined)}
    >
      {children}
    </div>
  );
}

interface SeekSliderProps {
  replay: TimelineReplay;
  scale: TimelineScale;
  /** Where the row of marks begins. */
  marksTop: number;
  onPoint: (at: { x: number; y: number; mark: Moment | undefined } | undefined) => void;
  children: ReactNode;
}
