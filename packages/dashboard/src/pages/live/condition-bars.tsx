import type { ConditionCount } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import styles from './condition-bars.module.css';

/** How each condition fills, against its quota where it has one, else against the fullest. */
export function ConditionBars({ conditions }: { conditions: readonly ConditionCount[] }) {
  const words = text.monitor;
  const fullest = Math.max(1, ...conditions.map(({ active, completed }) => active + completed));
  return (
    <ul className={styles.bars} aria-label={words.conditions}>
      {conditions.map(({ condition, quota, active, completed, dropped }) => {
        const whole = quota ?? fullest;
        return (
          <li key={condition}>
            <span className={styles.name}>{condition}</span>
            <span className={styles.bar} aria-hidden>
              <span className={styles.completed} style={{ width: `${Math.min(100, (completed / whole) * 100)}%` }} />
              <span className={styles.active} style={{ width: `${Math.min(100, (active / whole) * 100)}%` }} />
            </span>
            <span className={styles.numbers}>{words.filled({ active, completed, dropped, quota })}</span>
          </li>
        );
      })}
    </ul>
  );
}
