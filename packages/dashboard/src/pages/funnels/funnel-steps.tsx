import type { Funnel } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import { percent } from '../../charts/figure-text.ts';
import { writeFilter, type Filter } from '../../filter/filter.ts';
import { text } from '../../text/text.ts';
import { keyed } from '../../ui/keyed.ts';
import { formatDuration } from '../../time/format-duration.ts';
import styles from './funnel.module.css';
import { stepName } from './step-name.ts';

/** A bar for each step and group, as long as the share of its sessions that reached it. */
export function FunnelSteps({ funnel, steps, name, hue, filter }: FunnelStepsProps) {
  const words = text.journeys;
  return (
    <ol className={styles.steps}>
      {keyed(steps, String).map(({ item: step, place, key }) => (
        <li key={key} className={styles.step}>
          <div className={styles.head}>
            <span className={styles.place}>{place + 1}</span>
            <strong className="cut">{stepName(step)}</strong>
            <Link className={styles.link} to="/sessions" search={writeFilter({ ...filter, sequence: steps.slice(0, place + 1) })}>
              {words.showReached}
            </Link>
          </div>
          {funnel.groups.map((group) => {
            const own = group.steps[place];
            const before = place === 0 ? group.sessions : (group.steps[place - 1]?.sessions ?? 0);
            if (!own) return null;
            const share = group.sessions === 0 ? 0 : own.sessions / group.sessions;
            const interval = own.interval ? `[${percent(own.interval[0])}, ${percent(own.interval[1])}]` : '';
            return (
              <div key={group.key} className={styles.group}>
                {funnel.groups.length > 1 ? <span className={`cut ${styles.name}`}>{name(group.key)}</span> : null}
                <div className={styles.track}>
                  <div className={styles.bar} style={{ width: `${String(100 * share)}%`, background: hue(group.key) }} />
                </div>
                <div className={styles.figures}>
                  <strong>{words.sessions(own.sessions)}</strong>
                  <span className="quiet">{words.ofAll(percent(share))}</span>
                  {place > 0 && before > 0 ? <span>{words.cameOn(percent(own.sessions / before), interval)}</span> : null}
                  {place > 0 ? <span className="quiet">{words.lost(before - own.sessions)}</span> : null}
                  {own.medianMs === null ? null : <span className="quiet">{words.median(formatDuration(own.medianMs))}</span>}
                </div>
              </div>
            );
          })}
        </li>
      ))}
    </ol>
  );
}

interface FunnelStepsProps {
  funnel: Funnel;
  steps: readonly string[];
  name: (key: string) => string;
  hue: (key: string) => string;
  filter: Filter;
}
