import { areaMeasuresTable } from './area-measures-table.ts';
import { derivedEventsTable } from './derived-events-table.ts';
import { eventsTable } from './events-table.ts';
import { gazeFixationsTable } from './gaze-fixations-table.ts';
import { metricsLongTable, metricsWideTable } from './metrics-tables.ts';
import { notesTable } from './notes-table.ts';
import { pageViewsTable } from './page-views-table.ts';
import { participantsTable } from './participants-table.ts';
import { presenceTable, presenceTimesTable } from './presence-table.ts';
import { sessionsTable } from './sessions-table.ts';

/** Every table that an export can hold, in the order people read them. */
export const EXPORT_TABLES = [
  sessionsTable,
  eventsTable,
  pageViewsTable,
  presenceTable,
  presenceTimesTable,
  metricsLongTable,
  metricsWideTable,
  gazeFixationsTable,
  derivedEventsTable,
  areaMeasuresTable,
  notesTable,
  participantsTable,
] as const;
