import type { QuestionDeps } from './question.ts';

/** A moment of a lane from which replay can start, worked out of all chunks up to it. */
export interface Checkpoint {
  flight: string;
  session: string;
  tab: string;
  /** Of the last chunk it holds. */
  place: number;
  /** The lane's chunks up to there when it was made. */
  chunks: number;
  /** Of that chunk's last event, on the page's clock. */
  at: number;
  offsetMs: number;
  /** The JSON array of rrweb events; empty for the mark that all chunks have been read. */
  events: string;
  /** The JSON array of `RecordedView`s since the checkpoint before. */
  views: string;
}

/** Keeps checkpoints; one made anew takes the place of the old. */
export async function saveCheckpoints({ engine, now }: QuestionDeps, checkpoints: readonly Checkpoint[]): Promise<void> {
  if (checkpoints.length === 0) return;
  const madeAt = now();
  await engine.use((client) =>
    client.insert({ table: 'checkpoints', values: checkpoints.map((each) => ({ ...each, madeAt })), format: 'JSONEachRow' }),
  );
}
