import { useEffect, useRef } from 'react';
import { formatOffset } from '../../time/format-offset.ts';
import type { Player } from '../player.ts';
import styles from './controls.module.css';

/** Where the playhead is, to the tenth of a second, and how long the session is; written without drawing anything anew. */
export function Clock({ player, from, to }: { player: Player | undefined; from: number; to: number }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = (at: number) => {
      const words = formatOffset(Math.max(0, at - from)).slice(0, -2);
      if (place.current && place.current.textContent !== words) place.current.textContent = words;
    };
    write(player?.at() ?? from);
    return player?.watch(write);
  }, [player, from]);
  return (
    <span className={styles.clock}>
      <span ref={place} /> <span className="quiet">/ {formatOffset(to - from).slice(0, -4)}</span>
    </span>
  );
}
