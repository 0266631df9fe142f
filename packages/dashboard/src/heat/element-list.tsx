import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../api-context.ts';
import { heatElementsQuery, heatReadingQuery, type HeatScope } from '../data/heat.ts';
import { text } from '../text/text.ts';
import styles from './element-list.module.css';
import { elementRows, type ElementRow } from './element-rows.ts';
import { shortPath } from './short-path.ts';
import type { Surface } from './surface.ts';

const words = text.heat.elements;

/** The elements of the page by clicks; choosing one shows where it is. */
export function ElementList({ scopes, path, surface, chosen, onChoose }: ElementListProps) {
  const api = useApi();
  const [first, second] = scopes;
  const one = useQuery(heatElementsQuery(api, first, path));
  const other = useQuery({ ...heatElementsQuery(api, second ?? first, path), enabled: second !== undefined });
  const reading = useQuery({ ...heatReadingQuery(api, first, path), enabled: second === undefined });
  const rows = useMemo(() => {
    if (!one.data || (second && !other.data)) return undefined;
    return elementRows(one.data, second && other.data, second ? undefined : reading.data);
  }, [one.data, other.data, reading.data, second]);
  return (
    <section className={styles.list} aria-label={words.title}>
      <header className={styles.head}>
        <h2>{words.title}</h2>
        <p className="quiet">{second ? words.changeOrder : words.meaning}</p>
      </header>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.title}>
        {rows && rows.length === 0 ? <p className={`quiet ${styles.none}`}>{words.none}</p> : null}
        {rows && rows.length > 0 ? (
          <table>
            <thead>
              <tr>
                <th scope="col">{words.element}</th>
                <th scope="col">{words.clicks}</th>
                {second ? (
                  <th scope="col" title={words.changeMeaning}>
                    {words.change}
                  </th>
                ) : (
                  <>
                    <th scope="col" title={words.rateMeaning}>
                      {words.rate}
                    </th>
                    <th scope="col" title={words.rageMeaning}>
                      {words.rage}
                    </th>
                    <th scope="col" title={words.hoverMeaning}>
                      {words.hover}
                    </th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.path} row={row} surface={surface} chosen={row.path === chosen} onChoose={onChoose} />
              ))}
            </tbody>
          </table>
        ) : null}
        {rows ? null : <div className={styles.skeleton} aria-hidden />}
      </div>
    </section>
  );
}

function Row({
  row,
  surface,
  chosen,
  onChoose,
}: {
  row: ElementRow;
  surface: Surface | undefined;
  chosen: boolean;
  onChoose: (path: string | undefined) => void;
}) {
  const isGone = surface !== undefined && surface.boxOf(row.path) === undefined;
  const name = surface?.nameOf(row.path);
  return (
    <tr className={chosen ? styles.chosen : undefined}>
      <td>
        <button
          type="button"
          className={styles.choose}
          aria-pressed={chosen}
          title={row.path}
          onClick={() => onChoose(chosen ? undefined : row.path)}
        >
          <span className="cut">{name ?? shortPath(row.path)}</span>
          <span className={`cut ${styles.path}`}>{isGone ? words.gone : name === undefined ? '' : shortPath(row.path)}</span>
        </button>
      </td>
      <td>
        {text.number(row.clicks)}
        <span className={styles.share} title={words.shareMeaning}>
          {text.heat.percent(row.share)}
        </span>
        {row.clicks > 0 ? <span className={styles.bar} style={{ width: `${Math.max(1, row.share * 100)}%` }} aria-hidden /> : null}
      </td>
      {row.change === undefined ? (
        <>
          <td>{text.heat.percent(row.rate)}</td>
          <td>{row.rage === undefined ? '' : row.rage > 0 ? text.number(row.rage) : '–'}</td>
          <td>{row.hoverMs === undefined ? '' : row.hoverMs > 0 ? text.heat.amount(row.hoverMs / 1_000) : '–'}</td>
        </>
      ) : (
        <td>{`${row.change > 0 ? '+' : row.change < 0 ? '−' : ''}${text.heat.amount(Math.abs(row.change))}`}</td>
      )}
    </tr>
  );
}

export interface ElementListProps {
  scopes: readonly [HeatScope] | readonly [HeatScope, HeatScope];
  path: string;
  /** The page shown, which knows the elements' words; undefined where none is. */
  surface: Surface | undefined;
  chosen: string | undefined;
  onChoose: (path: string | undefined) => void;
}
