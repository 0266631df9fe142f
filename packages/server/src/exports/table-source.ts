import type { Column, ExportTable, Note } from '@sightline/protocol';
import type { ExportSourceName } from '../store/export-sources.ts';
import type { SessionHead } from '../store/export-heads.ts';
import type { MeasuredEvent, Metric } from '@sightline/metrics';
import type { MeasuredArea } from './measured-areas.ts';
import type { ExportContext } from './export-context.ts';

/** A cell: what its column's kind says. Instants are milliseconds, JSON is text. */
export type Cell = string | number | boolean | null;

/** Where a table's rows come from: the engine writes them itself, or they are computed from a session's events. */
export type RowSource =
  | { by: 'engine'; source: ExportSourceName }
  /** They belong to no session: all of the flight's, whatever the filter. */
  | { by: 'flight'; rows(context: Pick<ExportContext, 'participants'>): Cell[][] }
  /** What researchers remarked, out of the registry. */
  | { by: 'notes'; rows(notes: readonly Note[]): Cell[][] }
  /** Computed from what a session saw and did on the pages of areas. */
  | { by: 'views'; rows(events: readonly MeasuredEvent[], head: SessionHead, areas: readonly MeasuredArea[]): Cell[][] }
  | { by: 'session'; rows(events: readonly MeasuredEvent[], head: SessionHead, metrics: readonly Metric[]): Cell[][] };

/** A table as an export holds it. */
export interface TableSource {
  table: ExportTable;
  /** All its columns, those too that only this export has. */
  columns(context: Pick<ExportContext, 'fields' | 'metrics'>): readonly Column[];
  rows: RowSource;
}
