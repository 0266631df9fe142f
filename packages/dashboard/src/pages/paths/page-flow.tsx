import type { Paths } from '@sightline/protocol';
import { percent } from '../../charts/figure-text.ts';
import { text } from '../../text/text.ts';
import styles from './paths.module.css';

const SHOWN = 10;

/** A page with what came before and after it: bars as long as their share of the page’s views. */
export function PageFlow({ page, paths, onChoose }: { page: string; paths: Paths; onChoose: (page: string) => void }) {
  const words = text.journeys;
  const own = paths.pages.find((one) => one.page === page);
  const into = paths.steps.filter(({ to }) => to === page).map(({ from, count }) => ({ page: from, count }));
  const out = paths.steps.filter(({ from }) => from === page).map(({ to, count }) => ({ page: to, count }));
  return (
    <div className={styles.flow}>
      <Side title={words.before} edge={words.entry} ends={into} onChoose={onChoose} />
      <div className={styles.middle}>
        <strong title={page}>{page}</strong>
        <span>{words.views(own?.views ?? out.reduce((sum, { count }) => sum + count, 0))}</span>
        {own ? <span className="quiet">{words.sessions(own.sessions)}</span> : null}
      </div>
      <Side title={words.after} edge={words.exit} ends={out} onChoose={onChoose} />
    </div>
  );
}

function Side({
  title,
  edge,
  ends,
  onChoose,
}: {
  title: string;
  edge: string;
  ends: readonly { page: string; count: number }[];
  onChoose: (page: string) => void;
}) {
  const all = ends.reduce((sum, { count }) => sum + count, 0);
  const rest = ends.slice(SHOWN);
  const restCount = rest.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => `${percent(count / Math.max(1, all))} %`;
  return (
    <div className={styles.side}>
      <h2>{title}</h2>
      <ul>
        {ends.slice(0, SHOWN).map(({ page, count }) => (
          <li key={page} className={styles.end}>
            <div className={page === '' ? styles.edge : styles.bar} style={{ width: `${String((100 * count) / Math.max(1, all))}%` }} />
            {page === '' ? (
              <span className="quiet">{edge}</span>
            ) : (
              <button type="button" className={`cut ${styles.page}`} title={page} onClick={() => onChoose(page)}>
                {page}
              </button>
            )}
            <span className={styles.count}>
              {text.number(count)} <span className="quiet">{share(count)}</span>
            </span>
          </li>
        ))}
        {rest.length > 0 ? (
          <li className={styles.end}>
            <div className={styles.bar} style={{ width: `${String((100 * restCount) / Math.max(1, all))}%` }} />
            <span className="quiet">{text.journeys.others(rest.length)}</span>
            <span className={styles.count}>
              {text.number(restCount)} <span className="quiet">{share(restCount)}</span>
            </span>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
