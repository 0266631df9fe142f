import type { RecordingManifest } from '@sightline/protocol';
import type { Store } from '../store/index.ts';
import type { SessionPulse } from '../store/session-pulse.ts';
import { cursorText, moved, type RecordingCursor } from './cursor.ts';
import { lanesOf } from './lanes-of.ts';
import { recordingManifest, type ManifestStore } from './manifest.ts';
import { runsOf } from './runs-of.ts';

export type SinceStore = ManifestStore & Pick<Store, 'recordedLanes' | 'checkpointMarks'>;

/**
 * The tabs of which something came or was worked out since, and only that of them. Whoever watches a session asks this twice a second: what
 * follows without a hole on what was known costs the same however long the session is.
 */
export async function manifestSince(store: SinceStore, session: SessionPulse, after: RecordingCursor): Promise<RecordingManifest> {
  const key = { session: session.id, flight: session.flight };
  const [came, marks] = await Promise.all([store.recordingIndex({ ...key, after: after.arrival }), store.checkpointMarks(key)]);
  const { id, flight, startedAt, live } = session;
  const answer = { session: id, flight, startedAt, live, complete: true };
  if (marks.some(({ madeAt }) => madeAt > after.madeAt)) return recordingManifest(store, session, after);
  if (came.length === 0) return { ...answer, tabs: [], cursor: cursorText(after) };

  const [lanes, aside] = await Promise.all([store.recordedLanes(key), store.refusedChunks(key)]);
  const grown = lanesOf(came);
  const isWhole = lanes.every(({ numbered, chunks, last }) => numbered === 0 || chunks === last + 1) && aside.length === 0;
  if (!isWhole) return recordingManifest(store, session, after);
  return {
    ...answer,
    tabs: lanes.flatMap(({ lane, firstAt, lastUntil }) => {
      const chunks = grown.get(lane);
      return chunks === undefined
        ? []
        : [
            {
              tab: lane,
              at: firstAt,
              until: lastUntil,
              runs: runsOf(chunks),
              checkpoints: [],
              missing: [],
              refused: 0,
              views: [],
              indexed: false,
            },
          ];
    }),
    cursor: cursorText(moved(after, { chunks: came, marks })),
  };
}
