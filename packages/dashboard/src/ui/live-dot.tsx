import { text } from '../text/text.ts';
import styles from './live-dot.module.css';

/** Marks a session in which something just happened; keeps its place when nothing does. */
export const LiveDot = ({ live }: { live: boolean }) => (
  <span className={styles.place}>
    {live ? <span className={styles.dot} role="img" aria-label={text.live} title={text.liveMeaning} /> : null}
  </span>
);
