import type { Quality } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import overview from '../overview/page.module.css';
import styles from './quality.module.css';

const words = text.quality;

/** What is counted of these sessions, and of how many where that says more. */
const FIGURES = [
  { id: 'expected' },
  { id: 'stored' },
  { id: 'missing', bad: true },
  { id: 'refused', bad: true },
  { id: 'dropped', bad: true },
  { id: 'unnumbered' },
  { id: 'tabsIncomplete', of: 'tabs', bad: true },
  { id: 'recordingsIncomplete', of: 'recordings', bad: true },
  { id: 'trackerFailures', bad: true },
  { id: 'clockJumps', bad: true },
  { id: 'untrustedClicks', bad: true },
  { id: 'flagged', of: 'measured', bad: true },
] as const;

/** Everything that is counted over the sessions, each with its meaning. */
export const Figures = ({ totals }: Pick<Quality, 'totals'>) => (
  <dl className={`${overview.figures} ${styles.figures}`}>
    {FIGURES.map((figure) => (
      <div key={figure.id} title={words.meanings[figure.id]}>
        <dt className="quiet">{words.figures[figure.id]}</dt>
        <dd data-bad={'bad' in figure && totals[figure.id] > 0}>
          {text.number(totals[figure.id])}
          {'of' in figure ? <span className="quiet">{words.of(totals[figure.of])}</span> : null}
        </dd>
      </div>
    ))}
  </dl>
);
