import type { Overview } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import { COUNTED } from './counted.ts';
import styles from './page.module.css';

const words = text.overview;

/** The figures of a time, beside those of the time before. */
export function Figures({ overview }: { overview: Overview | undefined }) {
  const cells = [
    ...COUNTED.map((count) => ({
      name: words.figures[count],
      meaning: words.meanings[count],
      value: overview && text.number(overview.totals[count]),
      change: overview?.before
        ? { said: words.change(overview.totals[count], overview.before[count]), meaning: words.changeMeaning(overview.before[count]) }
        : undefined,
    })),
    {
      name: words.figures.duration,
      meaning: words.meanings.duration,
      value: overview && (overview.medianDurationMs === null ? '–' : formatDuration(overview.medianDurationMs)),
    },
    {
      name: words.figures.depth,
      meaning: words.meanings.depth,
      value: overview && (overview.medianPageViews === null ? '–' : text.number(overview.medianPageViews, 1)),
    },
    { name: words.figures.live, meaning: words.meanings.live, value: overview && text.number(overview.live) },
  ];
  return (
    <dl className={styles.figures}>
      {cells.map(({ name, meaning, value, ...rest }) => (
        <div key={name} title={meaning}>
          <dt className="quiet">{name}</dt>
          <dd>
            {value ?? '…'}
            {'change' in rest && rest.change ? (
              <span className="quiet" title={rest.change.meaning}>
                {rest.change.said}
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
