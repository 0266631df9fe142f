import { Refused } from '@sightline/client';
import { text } from '../text/text.ts';
import styles from './entrance.module.css';

/** What the server said no to, or that it said nothing. */
export const Refusal = ({ failure }: { failure: Error | null }) =>
  failure ? (
    <p role="alert" className={styles.refusal}>
      {failure instanceof Refused ? failure.message : text.offline.form}
    </p>
  ) : null;
