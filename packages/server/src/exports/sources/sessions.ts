import { column, sessionsTable } from '@sightline/protocol';
import type { TableSource } from '../table-source.ts';

/** Sessions, written by the engine, with a column for each of the study's own fields. */
export const sessions: TableSource = {
  table: sessionsTable,
  columns: ({ fields }) => [
    ...sessionsTable.columns,
    ...fields.map((field) =>
      column(`data.${field}`, 'text', `The study’s own field \`${field}\`, as it was at the end of the session.`, { nullable: true }),
    ),
  ],
  rows: { by: 'engine', source: 'sessions' },
};
