import { gazeFixationsTable } from '@sightline/protocol';
import type { TableSource } from '../table-source.ts';

/** Fixations, written by the engine. */
export const gazeFixations: TableSource = {
  table: gazeFixationsTable,
  columns: () => gazeFixationsTable.columns,
  rows: { by: 'engine', source: 'gaze_fixations' },
};
