import { COLUMN_IDS, type SessionColumnId } from './column-ids.ts';

/** The columns that a URL or a view names, in the list's order; undefined where it names none, and the room decides. */
export function readColumns(given: unknown): SessionColumnId[] | undefined {
  if (typeof given !== 'string') return undefined;
  const named = new Set(given.split(','));
  const chosen = COLUMN_IDS.filter((id) => named.has(id));
  // Without the session's name a line leads nowhere.
  return chosen.length === 0 ? undefined : COLUMN_IDS.filter((id) => id === 'session' || named.has(id));
}

/** Columns as the text of a URL. */
export const writeColumns = (columns: readonly SessionColumnId[] | undefined): string | undefined => columns?.join(',');
