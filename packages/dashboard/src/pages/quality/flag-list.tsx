import type { Quality } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { BarList } from '../../ui/bar-list.tsx';
import overview from '../overview/page.module.css';

const words = text.quality;

/** How many sessions each quality metric flags. */
export const FlagList = ({ totals: { measured, sessions }, flags }: Pick<Quality, 'totals' | 'flags'>) => (
  <section className={overview.panel} aria-labelledby="quality-flags">
    <div className={overview.panelHead}>
      <h2 id="quality-flags">{words.flags}</h2>
      <span className="quiet">{measured === 0 ? '' : words.flagsMeaning(measured, sessions)}</span>
    </div>
    {flags.length === 0 ? <p className="quiet">{measured === 0 ? words.notMeasured : words.noFlags}</p> : null}
    <BarList
      label={words.flags}
      bars={flags.map(({ flag, sessions: count }) => ({
        key: flag,
        name: <span className="mono">{flag}</span>,
        title: flag,
        value: count,
        said: words.withFlag(count),
      }))}
    />
  </section>
);
