import type { PersonPage } from '@sightline/protocol';
import { shortUrl } from '../../session/short-url.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import { BarList } from '../../ui/bar-list.tsx';
import styles from './page.module.css';

const SHOWN = 20;
const NONE: readonly PersonPage[] = [];

/** How somebody's page views fall on pages: how often, as a bar, and how long. */
export const PersonPages = ({ pages = NONE }: { pages: readonly PersonPage[] | undefined }) => (
  <section className={styles.part} aria-labelledby="by-page">
    <h2 id="by-page">{text.person.pages}</h2>
    <p className="quiet">{text.person.pagesMeaning}</p>
    <BarList
      label={text.person.pages}
      bars={pages.slice(0, SHOWN).map(({ url, title, views, timeMs }) => ({
        key: url,
        name: title || shortUrl(url),
        title: url,
        value: views,
        said: `${text.person.views(views)} · ${formatDuration(timeMs)}`,
      }))}
    />
    {pages.length > SHOWN ? <p className="quiet">{text.person.more(pages.length - SHOWN)}</p> : null}
  </section>
);
