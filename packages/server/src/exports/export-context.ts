import type { Metric } from '@sightline/metrics';
import type { Note } from '@sightline/protocol';
import type { ParticipantRecord } from '../registry/participant-record.ts';
import type { Store } from '../store/index.ts';
import type { SessionOrder } from '../store/export-heads.ts';
import type { MeasuredArea } from './measured-areas.ts';
import type { Selection } from './selection.ts';

/** What is the same for all files of one export. */
export interface ExportContext {
  store: Pick<Store, 'exportPiece' | 'exportHeads' | 'metricEventsOfSessions' | 'eventsOfSessions'>;
  flight: { id: string; name: string };
  selection: Selection;
  order: SessionOrder;
  /** The last arrival that belongs to it. */
  until: number;
  /** No event lies in the store twice. */
  distinct: boolean;
  /** The metrics with the parameters that the flight measures them with. */
  metrics: readonly Metric[];
  /** Who takes part in the study. */
  participants: readonly ParticipantRecord[];
  /** What researchers remarked, by session. */
  notes: ReadonlyMap<string, Note[]>;
  /** The rules whose events are derived ones, as `rule@version`. */
  rules: readonly string[];
  /** The areas of interest, and how to measure them. */
  measuredAreas(): Promise<readonly MeasuredArea[]>;
  /** The study’s own fields. */
  fields: readonly string[];
}
