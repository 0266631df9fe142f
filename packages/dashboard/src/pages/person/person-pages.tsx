import type { PersonPage } from '@sightline/protocol';
import { shortUrl } from '../../session/short-url.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import styles from './page.module.css';

const SHOWN = 20;

/** How somebody's page views fall on pages: how often, as a bar, and how long. */
export function PersonPages({ pages }: { pages: readonly PersonPage[] | undefined }) {
  const most = Math.max(1, ...(pages ?? []).map(({ views }) => views));
  return (
    <section className={styles.part} aria-labelledby="by-page">
      <h2 id="by-page">{text.person.pages}</h2>
      <p className="quiet">{text.person.pagesMeaning}</p>
      <ul className={styles.bars}>
        {(pages ?? []).slice(0, SHOWN).map(({ url, title, views, timeMs }) => (
          <li key={url}>
            <span className={styles.bar} style={{ inlineSize: `${(100 * views) / most}%` }} aria-hidden />
            <span className="cut" title={url}>
              {title || shortUrl(url)}
            </span>
            <span className="quiet">
              {text.person.views(views)} · {formatDuration(timeMs)}
            </span>
          </li>
        ))}
      </ul>
      {pages && pages.length > SHOWN ? <p className="quiet">{text.person.more(pages.length - SHOWN)}</p> : null}
    </section>
  );
}
