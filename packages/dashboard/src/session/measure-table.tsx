import { useState } from 'react';
import { text } from '../text/text.ts';
import styles from './measures.module.css';
import { tableRow } from './table-row.ts';

const FIRST_ROWS = 3;
const FIRST_AMOUNTS = 3;

/** A metric's table where room is short: the first rows and amounts, and all of them when asked. */
export function MeasureTable({ rows, from, title }: MeasureTableProps) {
  const [whole, setWhole] = useState(false);
  const all = rows.map((row) => tableRow(row, from));
  const isLong = rows.length > FIRST_ROWS || all.some(({ amounts }) => amounts.length > FIRST_AMOUNTS);
  return (
    <>
      <ul className={styles.rows}>
        {all.slice(0, whole ? undefined : FIRST_ROWS).map(({ name, amounts }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a row has nothing but its place to be told by
          <li key={index}>
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
