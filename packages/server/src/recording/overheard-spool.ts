import type { Batch } from '../batch.ts';
import type { RecordingIndexer } from './recording-indexer.ts';
import type { SessionWatchers } from './session-watchers.ts';

interface Appending {
  append(batch: Batch): Promise<void>;
}

/** A spool by which others hear of each batch: who makes checkpoints as it comes, who watches a session that runs once it is kept. */
export const overheardSpool = (
  spool: Appending,
  { indexer, watchers }: { indexer: Pick<RecordingIndexer, 'saw'>; watchers: Pick<SessionWatchers, 'isWatched' | 'saw'> },
): Appending => ({
  append(batch) {
    indexer.saw(batch);
    const kept = spool.append(batch);
    // The door tells of what was not kept.
    if (watchers.isWatched(batch))
      kept.then(
        () => watchers.saw(batch),
        () => undefined,
      );
    return kept;
  },
});
