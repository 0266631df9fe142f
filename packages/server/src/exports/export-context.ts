import type { Note } from '@sightline/protocol';
import type { Store } from '../store/index.ts';
import type { SessionOrder } from '../store/export-heads.ts';
import type { Selection } from './selection.ts';

/** What is the same for all files of one export. */
export interface ExportContext {
  store: Pick<Store, 'exportPiece' | 'exportHeads' | 'metricEventsOfSessions'>;
  flight: { id: string; name: string };
  selection: Selection;
  order: SessionOrder;
  /** The last arrival that belongs to it. */
  until: number;
  /** No event lies in the store twice. */
  distinct: boolean;
  /** What researchers remarked, by session. */
  notes: ReadonlyMap<string, Note[]>;
  /** The study’s own fields. */
  fields: readonly string[];
}
