import type { ReactNode } from 'react';
import styles from './bar-list.module.css';

/** One line of a bar list. */
export interface Bar {
  key: string;
  name: ReactNode;
  title?: string;
  value: number;
  /** What the value says in words. */
  said: string;
}

/** Things by how much of something each has: a bar behind each line, the figure at its end. */
export function BarList({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map(({ key, name, title, value, said }) => (
        <li key={key}>
          <span className={styles.bar} style={{ inlineSize: `${(100 * value) / most}%` }} aria-hidden />
          <span className="cut" title={title}>
            {name}
          </span>
          <span className="quiet">{said}</span>
        </li>
      ))}
    </ul>
  );
}
