import { notesTable } from '@sightline/protocol';
import type { TableSource } from '../table-source.ts';

/** The notes of an export's sessions, out of the registry. */
export const notes: TableSource = {
  table: notesTable,
  columns: () => notesTable.columns,
  rows: {
    by: 'notes',
    rows: (ofSession) =>
      ofSession.map(({ session, id, tab, at, text, tags, author, createdAt, editedAt }) => [
        session,
        id,
        tab,
        at,
        text,
        JSON.stringify(tags),
        author,
        createdAt,
        editedAt,
      ]),
  },
};
