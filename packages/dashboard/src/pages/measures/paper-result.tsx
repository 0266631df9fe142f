import { CloseButton } from '@mantine/core';
import { text } from '../../text/text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { keyed } from '../../ui/keyed.ts';
import styles from './measures.module.css';
import { asCsv, asLatex, asMarkdown, startsGroup, type PaperTable } from './paper-table.ts';

const words = text.across.paper;
const COPIES = [
  [words.copyMarkdown, asMarkdown],
  [words.copyCsv, asCsv],
  [words.copyLatex, asLatex],
] as const;

/** The table as a paper has it, with its note, and ways to take it along. */
export function PaperResult({ table, written, note, definitions, onRemove }: PaperResultProps) {
  const columns = keyed(table.head, String);
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={text.across.tabs.table}>
        <table className={`${styles.table} ${styles.paper}`}>
          <thead>
            <tr>
              {columns.map(({ item, place, key }) => (
                <th key={key} scope="col" data-first={startsGroup(table, place) || undefined}>
                  {item}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, row) => (
              <tr key={written[row]}>
                {columns.map(({ place, key }) => (
                  <td key={key} data-first={startsGroup(table, place) || undefined}>
                    {place === 0 ? cells[place] : cells[place]?.split('; ').map((part) => <span key={part}>{part}</span>)}
                  </td>
                ))}
                <td>
                  <CloseButton size="xs" aria-label={words.remove(cells[0] ?? '')} onClick={() => onRemove(written[row] ?? '')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={`quiet ${styles.note}`}>
        {note} <span className="mono">{definitions}</span>
      </p>
      <div className={styles.controls}>
        {COPIES.map(([label, write]) => (
          <span key={label} className={styles.controls}>
            {label}
            <CopyButton value={write(table, note)} label={label} />
          </span>
        ))}
      </div>
    </>
  );
}

interface PaperResultProps {
  table: PaperTable;
  /** Of each row, how the address names it. */
  written: readonly string[];
  note: string;
  definitions: string;
  onRemove: (written: string) => void;
}
