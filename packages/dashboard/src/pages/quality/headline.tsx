import { QUALITY_STATES, type Quality } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import styles from './quality.module.css';
import { shareOf } from './share-of.ts';
import { StateMark } from './state-mark.tsx';

const words = text.quality;

/** The share of sessions that are complete, and what the others are. */
export function Headline({ totals: { states, sessions } }: Pick<Quality, 'totals'>) {
  const known = sessions - states.unknown;
  return (
    <section className={styles.headline} aria-labelledby="quality-headline">
      <h2 id="quality-headline">{known === 0 ? words.noneKnown : words.headline(words.share(shareOf(states.complete, known)))}</h2>
      <p className="quiet">{known === 0 ? words.noneKnownMeaning : words.headlineMeaning(states.complete, known)}</p>
      <div className={styles.bar} aria-hidden>
        {BEST_FIRST.filter((state) => states[state] > 0).map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: states[state] }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {BEST_FIRST.map((state) => (
          <li key={state} title={words.stateMeanings[state]}>
            <StateMark state={state} /> <strong>{text.number(states[state])}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

const BEST_FIRST = [...QUALITY_STATES].toReversed();
