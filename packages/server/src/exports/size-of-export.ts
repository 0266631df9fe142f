import type { ExportEstimate, ExportFormatName, ExportJob } from '@sightline/protocol';

/** Bytes of a downloaded zip, by event and by session, as the trial `export` measured them for each table. */
const TABLES: Record<'csv' | 'parquet', Record<string, { event: number; session: number }>> = {
  csv: {
    sessions: { event: 0, session: 160 },
    events: { event: 70, session: 0 },
    page_views: { event: 3, session: 0 },
    presence: { event: 0.3, session: 50 },
    presence_times: { event: 0.3, session: 60 },
    metrics_long: { event: 12, session: 450 },
    metrics_wide: { event: 0, session: 60 },
    gaze_fixations: { event: 8, session: 0 },
    derived_events: { event: 0, session: 0 },
    area_measures: { event: 0, session: 0 },
    notes: { event: 0, session: 0 },
    participants: { event: 0, session: 10 },
  },
  parquet: {
    sessions: { event: 0, session: 150 },
    events: { event: 30, session: 0 },
    page_views: { event: 3, session: 0 },
    presence: { event: 0.3, session: 50 },
    presence_times: { event: 0.3, session: 60 },
    metrics_long: { event: 8, session: 300 },
    metrics_wide: { event: 0, session: 80 },
    gaze_fixations: { event: 6, session: 0 },
    derived_events: { event: 0, session: 0 },
    area_measures: { event: 0, session: 0 },
    notes: { event: 0, session: 0 },
    participants: { event: 0, session: 10 },
  },
};
const WHOLE: Record<'jsonl' | 'logui' | 'bids', { event: number; session: number }> = {
  jsonl: { event: 80, session: 0 },
  logui: { event: 60, session: 0 },
  bids: { event: 72, session: 900 },
};
/** The codebook and what else stands beside. */
const BESIDE_BYTES = 30_000;

/** About how many bytes an export will have: as many a session as the flight's last one like it had, or as events took in our trials. */
export function sizeOfExport(
  format: ExportFormatName,
  tables: readonly string[],
  { sessions, events, like }: { sessions: number; events: number; like: Pick<ExportJob, 'bytes' | 'sessions'> | undefined },
): Pick<ExportEstimate, 'bytes' | 'basis'> {
  if (like && like.sessions > 0) {
    const ofSessions = Math.max(0, like.bytes - BESIDE_BYTES);
    return { bytes: Math.round(Math.min(like.bytes, BESIDE_BYTES) + (ofSessions * sessions) / like.sessions), basis: 'export' };
  }
  const parts = format === 'csv' || format === 'parquet' ? tables.flatMap((name) => TABLES[format][name] ?? []) : [WHOLE[format]];
  const bytes = parts.reduce((sum, { event, session }) => sum + event * events + session * sessions, BESIDE_BYTES);
  return { bytes: Math.round(bytes), basis: 'trials' };
}
