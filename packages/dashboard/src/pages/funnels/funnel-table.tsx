import type { Funnel } from '@sightline/protocol';
import { percent } from '../../charts/figure-text.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import styles from '../measures/measures.module.css';
import { stepName } from './step-name.ts';

/** The funnel in numbers, one click away. */
export function FunnelTable({ funnel, name }: { funnel: Funnel; name: (key: string) => string }) {
  const words = text.journeys.columns;
  const share = (part: number, whole: number) => (whole === 0 ? '–' : `${percent(part / whole)} %`);
  return (
    <details>
      <summary>{text.journeys.table}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={text.journeys.table}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[
                text.across.columns.group,
                words.step,
                words.sessions,
                words.ofAll,
                words.ofBefore,
                words.interval,
                words.median,
                words.lost,
              ].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {funnel.groups.flatMap((group) =>
              group.steps.map(({ step, sessions, interval, medianMs }, place) => {
                const before = place === 0 ? group.sessions : (group.steps[place - 1]?.sessions ?? 0);
                return (
                  <tr key={`${group.key} ${String(place)}`}>
                    <td>{name(group.key)}</td>
                    <td>
                      {place + 1}. {stepName(step)}
                    </td>
                    <td>{text.number(sessions)}</td>
                    <td>{share(sessions, group.sessions)}</td>
                    <td>{share(sessions, before)}</td>
                    <td>{interval ? `[${percent(interval[0])}, ${percent(interval[1])}]` : '–'}</td>
                    <td>{medianMs === null ? '–' : formatDuration(medianMs)}</td>
                    <td>{text.number(before - sessions)}</td>
                  </tr>
                );
              }),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}
