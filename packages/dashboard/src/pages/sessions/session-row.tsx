import type { SessionSummary } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { NUMERIC_COLUMNS } from './session-columns.tsx';
import styles from './session-table.module.css';

/** One session of the list, or the place where it will be. */
export function SessionRow({ index, start, active, session, cells, onClick }: SessionRowProps) {
  return (
    <div
      role="row"
      id={`session-${index}`}
      aria-rowindex={index + 2}
      aria-selected={active}
      className={styles.row}
      data-place="body"
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => onClick(event, index)}
    >
      {session === undefined ? (
        <div role="gridcell" className={styles.waiting} />
      ) : (
        cells.map(({ column, content }) => (
          <div key={column} role="gridcell" data-column={column} className={NUMERIC_COLUMNS.has(column) ? styles.number : styles.cell}>
            {column === 'session' ? (
              <Link to="/sessions/$id" params={{ id: session.id }} search={{}} tabIndex={-1} className={styles.link} preload={false}>
                {content}
              </Link>
            ) : (
              content
            )}
          </div>
        ))
      )}
    </div>
  );
}

export interface SessionRowProps {
  index: number;
  start: number;
  active: boolean;
  session: SessionSummary | undefined;
  cells: { column: string; content: ReactNode }[];
  onClick: (event: MouseEvent, index: number) => void;
}
