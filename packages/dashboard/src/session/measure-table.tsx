import { useState } from 'react';
import { text } from '../text/text.ts';
import { keyed } from '../ui/keyed.ts';
import styles from './measures.module.css';
import { tableRow } from './table-row.ts';

const FIRST_ROWS = 3;
const FIRST_AMOUNTS = 3;

/** A metric's table where room is short: the first rows and amounts, and all of them when asked. */
export function MeasureTable({ rows, from, title }: MeasureTableProps) {
  const [whole, setWhole] = useState(false);
  const all = keyed(
    rows.map((row) => tableRow(row, from)),
    ({ name }) => name,
  );
  const isLong = rows.length > FIRST_ROWS || all.some(({ item }) => item.amounts.length > FIRST_AMOUNTS);
  return (
    <>
      <ul className={styles.rows}>
        {all.slice(0, whole ? undefined : FIRST_ROWS).map(({ item: { name, amounts }, key }) => (
          <li key={key}>
            <span className="cut" title={name}>
              {name}
            </span>
            <span className={styles.amounts}>
              {amounts.slice(0, whole ? undefined : FIRST_AMOUNTS).map(({ label, figure }) => (
                <span key={label}>
                  <span className="quiet">{label}</span> {figure}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {isLong ? (
        <button
          type="button"
          className={styles.more}
          aria-expanded={whole}
          aria-label={text.measures.of(whole ? text.measures.less : text.measures.all(rows.length), title)}
          onClick={() => setWhole(!whole)}
        >
          {whole ? text.measures.less : text.measures.all(rows.length)}
        </button>
      ) : null}
    </>
  );
}

interface MeasureTableProps {
  rows: readonly object[];
  /** The session's start. */
  from: number;
  /** Whose table it is. */
  title: string;
}
