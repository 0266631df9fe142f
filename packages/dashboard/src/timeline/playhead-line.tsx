import { useEffect, useRef } from 'react';
import type { Player } from '../player/player.ts';
import type { TimelineScale } from './timeline-scale.ts';
import styles from './timeline.module.css';

/** The playhead, across all lanes; it is moved each frame, and nothing else is drawn for it. */
export function PlayheadLine({ player, scale, height }: { player: Player; scale: TimelineScale; height: number }) {
  const line = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const place = (at: number) => {
      if (line.current) line.current.style.transform = `translateX(${scale.xOf(Math.min(Math.max(at, scale.from), scale.to))}px)`;
    };
    place(player.at());
    return player.watch(place);
  }, [player, scale]);
  return <span ref={line} className={styles.playheadLine} style={{ height }} aria-hidden />;
}
