import type { Metric } from '@sightline/metrics';
import type { Area, Note } from '@sightline/protocol';
import type { ParticipantRecord } from '../registry/participant-record.ts';
import type { Capture } from './capture-of.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportedRule } from './of-flight.ts';
import type { Selection } from './selection.ts';
import type { TableSource } from './table-source.ts';

/** What is to be exported. */
export interface ExportOrder {
  format: ExportFormat;
  tables: readonly TableSource[];
  selection: Selection;
  flight: { id: string; name: string };
  /** What the flight was set to record. */
  capture: Capture;
  /** The metrics as the flight measures them. */
  metrics: readonly Metric[];
  participants: readonly ParticipantRecord[];
  /** What was remarked, by session. */
  notes: ReadonlyMap<string, Note[]>;
  rules: readonly ExportedRule[];
  areas: readonly Area[];
}
