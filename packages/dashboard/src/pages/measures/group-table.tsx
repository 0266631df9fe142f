import type { MeasureAcross } from '@sightline/protocol';
import { bare, figure, interval, plainFigure } from '../../charts/figure-text.ts';
import type { ScaledUnit } from '../../charts/scaled-unit.ts';
import { text } from '../../text/text.ts';
import styles from './measures.module.css';

/** What the plot shows, in numbers. */
export function GroupTable({
  across,
  unit,
  name,
  hue,
}: {
  across: MeasureAcross;
  unit: ScaledUnit;
  name: (key: string) => string;
  hue: (key: string) => string;
}) {
  const words = text.across.columns;
  const isRate = across.unit === 'yes/no';
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={text.across.table}>
      <table className={styles.table}>
        <caption>
          {text.across.table} <span className="quiet">{unit.label}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.n}</th>
            {isRate ? (
              <>
                <th scope="col">{words.rate}</th>
                <th scope="col">{words.interval}</th>
              </>
            ) : (
              <>
                <th scope="col">{words.mean}</th>
                <th scope="col">{words.sd}</th>
                <th scope="col">{words.median}</th>
                <th scope="col">{words.interval}</th>
                <th scope="col">{words.quartiles}</th>
                <th scope="col">{words.range}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {across.groups.map((group) => (
            <tr key={group.key}>
              <td title={name(group.key)}>
                <span className={styles.swatch} style={{ background: hue(group.key) }} aria-hidden />
                {name(group.key)}
              </td>
              <td>{text.number(group.n)}</td>
              {isRate ? (
                <>
                  <td>{group.rate && group.rate.n > 0 ? `${plainFigure((100 * group.rate.yes) / group.rate.n)} %` : '–'}</td>
                  <td>{interval(group.rate?.interval, unit)}</td>
                </>
              ) : (
                <>
                  <td>{bare(group.mean, unit)}</td>
                  <td>{bare(group.sd, unit)}</td>
                  <td>{figure(group.median, unit)}</td>
                  <td>{interval(group.medianInterval, unit)}</td>
                  <td>
                    {bare(group.q1, unit)} – {bare(group.q3, unit)}
                  </td>
                  <td>
                    {bare(group.min, unit)} – {bare(group.max, unit)}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
