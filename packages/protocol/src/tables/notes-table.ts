import { Note } from '../api/notes.ts';
import { SessionIdSchema } from '../ids.ts';
import { column, columnOf, INSTANT_UNIT } from './column.ts';
import type { ExportTable } from './table.ts';

const { id, tab, at, text, tags, author } = Note.properties;

/** What researchers remarked. */
export const notesTable: ExportTable = {
  name: 'notes',
  meaning: 'One note that somebody pinned to a moment of a session.',
  key: ['session', 'at', 'note'],
  columns: [
    columnOf('session', SessionIdSchema),
    columnOf('note', id, { meaning: 'The note’s id.' }),
    columnOf('tab', tab),
    columnOf('at', at, { kind: 'instant', unit: INSTANT_UNIT }),
    columnOf('text', text, { meaning: 'What was remarked.' }),
    columnOf('tags', tags),
    columnOf('author', author),
    column('createdAt', 'instant', 'When it was written.'),
    column('editedAt', 'instant', 'When it was last changed; empty where it never was.', { nullable: true }),
  ],
};
