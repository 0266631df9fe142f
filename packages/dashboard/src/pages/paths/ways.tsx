import type { Paths } from '@sightline/protocol';
import { percent } from '../../charts/figure-text.ts';
import { text } from '../../text/text.ts';
import { keyed } from '../../ui/keyed.ts';
import styles from './paths.module.css';

const SHOWN = 15;

/** The most frequent first pages of sessions, in rank. */
export function Ways({ paths: { ways, sessions }, onChoose }: { paths: Paths; onChoose: (page: string) => void }) {
  return (
    <section className={styles.ways}>
      <h2>{text.journeys.ways}</h2>
      <p className="quiet">{text.journeys.waysMeaning}</p>
      <ol>
        {ways.slice(0, SHOWN).map(({ pages, more, sessions: own }) => (
          <li key={`${pages.join('\n')} ${String(more)}`} className={styles.way}>
            <span className={styles.rank}>{text.number(own)}</span>
            <span className={`quiet ${styles.share}`}>{percent(own / Math.max(1, sessions))} %</span>
            <span className={styles.pages}>
              {keyed(pages, String).map(({ item: page, place, key }) => (
                <span key={key}>
                  {place > 0 ? <span className="quiet"> → </span> : null}
                  <button type="button" className={styles.page} onClick={() => onChoose(page)}>
                    {page}
                  </button>
                </span>
              ))}
              {more ? <span className="quiet"> → …</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
