import { eventsTable } from '@sightline/protocol';
import type { TableSource } from '../table-source.ts';

/** Events, written by the engine. */
export const events: TableSource = { table: eventsTable, columns: () => eventsTable.columns, rows: { by: 'engine', source: 'events' } };
