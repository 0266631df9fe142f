import type { RecordingMoment } from '@sightline/protocol';
import type { CheckpointMark } from '../store/checkpoints.ts';
import type { Store } from '../store/index.ts';
import type { IndexedChunk } from '../store/recording-index.ts';
import { validMarks } from './valid-marks.ts';

export interface LaneMomentQuery {
  session: string;
  flight: string;
  lane: string;
  /** ms since 1970, corrected. */
  time: number;
}

/** A `RecordingMoment` as JSON text; undefined where the session has no such lane. */
export async function laneMoment(
  store: Pick<Store, 'recordingIndex' | 'checkpointMarks' | 'checkpointEvents'>,
  { session, flight, lane, time }: LaneMomentQuery,
): Promise<string | undefined> {
  const [chunks, marks] = await Promise.all([store.recordingIndex({ session, flight, lane }), store.checkpointMarks({ session, flight })]);
  const first = chunks[0];
  if (first === undefined) return undefined;
  const upTo = Math.max(1, chunks.findLastIndex(({ at, offsetMs }) => at + offsetMs <= time) + 1);
  const shown = chunks.slice(0, upTo);
  const valid = validMarks(
    marks.filter(({ tab, isEnd }) => tab === lane && !isEnd),
    chunks,
  );
  const checkpoint = lastBefore(valid, time, upTo);
  const snapshot = shown.findLastIndex((chunk) => chunk.snapshot);
  const isNearer = checkpoint !== undefined && checkpoint.chunks > snapshot;
  const kept = isNearer ? await store.checkpointEvents({ session, flight, tab: lane, place: checkpoint.place }) : undefined;
  const start = kept === undefined || checkpoint === undefined ? Math.max(0, snapshot) : checkpoint.chunks;
  const answer: Omit<RecordingMoment, 'events'> = {
    tab: first.lane,
    time: Math.min(Math.max(time, first.at + first.offsetMs), endOf(chunks)),
    keyframe: kept !== undefined ? 'checkpoint' : snapshot >= 0 ? 'snapshot' : 'start',
    offsetMs: (kept ?? shown[start])?.offsetMs ?? 0,
    from: chunks[start]?.place ?? null,
    to: start < upTo ? (shown.at(-1)?.place ?? null) : null,
  };
  return `${JSON.stringify(answer).slice(0, -1)},"events":${kept?.events ?? '[]'}}`;
}

/** The last checkpoint that shows nothing from after the moment. */
const lastBefore = (valid: readonly CheckpointMark[], time: number, upTo: number): CheckpointMark | undefined =>
  valid.findLast((mark) => mark.chunks < upTo || (mark.chunks === upTo && mark.at + mark.offsetMs <= time));

const endOf = (chunks: readonly IndexedChunk[]): number => chunks.reduce((end, { until, offsetMs }) => Math.max(end, until + offsetMs), 0);
