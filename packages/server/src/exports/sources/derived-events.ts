import { derivedEventsTable } from '@sightline/protocol';
import type { TableSource } from '../table-source.ts';

/** What the flight's rules would have logged, written by the engine. */
export const derivedEvents: TableSource = {
  table: derivedEventsTable,
  columns: () => derivedEventsTable.columns,
  rows: { by: 'engine', source: 'derived_events' },
};
