import type { DropOut } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import { text } from '../../text/text.ts';
import { formatAgo } from '../../time/format-ago.ts';
import styles from './page.module.css';

/** Who started and went silent before they were done. */
export function DropOuts({ dropOuts, at }: { dropOuts: readonly DropOut[]; at: number }) {
  const words = text.monitor;
  return (
    <section className={styles.box} aria-labelledby="live-dropped">
      <h2 id="live-dropped">{words.dropOuts}</h2>
      <ul className={styles.list}>
        {dropOuts.map(({ session, participant, condition, lastAt }) => (
          <li key={participant}>
            {session === '' ? (
              <span>{participant}</span>
            ) : (
              <Link to="/sessions/$id" params={{ id: session }} search={{}}>
                {participant}
              </Link>
            )}
            <span className="quiet">
              {condition ?? ''} {formatAgo(lastAt, { now: at })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
