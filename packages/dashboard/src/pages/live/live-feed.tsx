import type { Live } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import { text } from '../../text/text.ts';
import styles from './page.module.css';

const SHOWN = 30;

/** What just happened, the newest first. */
export function LiveFeed({ live }: { live: Live | undefined }) {
  const words = text.monitor;
  const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  return (
    <section className={styles.box} aria-labelledby="live-feed">
      <h2 id="live-feed">{words.feed}</h2>
      {live && live.feed.length === 0 ? <p className="quiet">{words.noFeed}</p> : null}
      <ol className={styles.feed} tabIndex={0} aria-label={words.feed}>
        {live?.feed.slice(0, SHOWN).map(({ session, tab, sequence, at, name, label, participant }) => (
          <li key={`${tab} ${sequence}`}>
            <time dateTime={new Date(at).toISOString()}>{clock.format(at)}</time>
            <Link to="/sessions/$id" params={{ id: session }} search={{}}>
              {participant ?? session.slice(0, 8)}
            </Link>
            <span className="cut" title={label}>
              {name} <span className="quiet">{label}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
