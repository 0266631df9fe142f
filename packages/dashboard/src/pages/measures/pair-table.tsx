import type { MeasureAcross } from '@sightline/protocol';
import { figure, interval, plainFigure, pValue } from '../../charts/figure-text.ts';
import type { ScaledUnit } from '../../charts/scaled-unit.ts';
import { text } from '../../text/text.ts';
import styles from './measures.module.css';

const PLAIN: ScaledUnit = { by: 1, label: '', sign: '' };

type Effect = MeasureAcross['comparison']['pairs'][number]['difference'];

const effect = (told: Effect, unit: ScaledUnit) => (told ? `${figure(told.value, unit)} ${interval(told.interval, unit)}` : '–');

/** How groups differ, pair by pair, and over all. */
export function PairTable({ across, unit, name }: { across: MeasureAcross; unit: ScaledUnit; name: (key: string) => string }) {
  const { pairs, overall } = across.comparison;
  const words = text.across.columns;
  const key = (place: number) => name(across.groups[place]?.key ?? '');
  const count = (place: number) => across.groups[place]?.n ?? 0;
  if (pairs.length === 0 && !overall) return null;
  const isRate = across.unit === 'yes/no';
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={text.across.pairs}>
      {overall ? (
        <p>{text.across.overall(text.across.tests[overall.test], overall.freedom, plainFigure(overall.statistic), pValue(overall.p))}</p>
      ) : null}
      {pairs.length === 0 ? null : (
        <table className={styles.table}>
          <caption>
            {text.across.pairs} <span className="quiet">{text.across.withIntervals}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.group}</th>
              <th scope="col">{words.n}</th>
              <th scope="col">{words.difference}</th>
              {isRate ? null : (
                <>
                  <th scope="col">{words.delta}</th>
                  <th scope="col">{words.g}</th>
                </>
              )}
              <th scope="col">{words.test}</th>
              <th scope="col">{words.p}</th>
              {pairs.length > 1 ? <th scope="col">{words.pHolm}</th> : null}
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={`${pair.first} ${pair.second}`}>
                <td>{text.across.pair(key(pair.second), key(pair.first))}</td>
                <td>{words.pairN(count(pair.second), count(pair.first))}</td>
                <td>{effect(pair.difference, unit)}</td>
                {isRate ? null : (
                  <>
                    <td>{effect(pair.cliffsDelta, PLAIN)}</td>
                    <td>{effect(pair.hedgesG, PLAIN)}</td>
                  </>
                )}
                <td>{pair.statistic === null ? text.across.tests[pair.test] : `U = ${text.number(pair.statistic, 1)}`}</td>
                <td>{pValue(pair.p)}</td>
                {pairs.length > 1 ? <td>{pValue(pair.pHolm)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={`quiet ${styles.note}`}>{text.across.methods}</p>
    </div>
  );
}
