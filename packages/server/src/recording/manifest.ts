import type { RecordedTab, RecordedView, RecordingManifest } from '@sightline/protocol';
import type { Store } from '../store/index.ts';
import { missingPlaces } from '../store/missing-places.ts';
import type { IndexedChunk } from '../store/recording-index.ts';
import type { SessionPulse } from '../store/session-pulse.ts';
import { cursorText, moved, type RecordingCursor } from './cursor.ts';
import { lanesOf } from './lanes-of.ts';
import { runsOf } from './runs-of.ts';
import { isIndexed, validMarks } from './valid-marks.ts';

export type ManifestStore = Pick<Store, 'recordingIndex' | 'refusedChunks' | 'checkpointViews'>;

const BEGINNING: RecordingCursor = { arrival: 0, madeAt: 0 };

/** What there is of a session's recording; of its runs, with `after`, only those that came since. */
export async function recordingManifest(
  store: ManifestStore,
  { id: session, flight, startedAt, live }: SessionPulse,
  after: RecordingCursor = BEGINNING,
): Promise<RecordingManifest> {
  const key = { session, flight };
  const [index, aside, marks] = await Promise.all([store.recordingIndex(key), store.refusedChunks(key), store.checkpointViews(key)]);
  const tabs = [...lanesOf(index)].map(([tab, chunks]): RecordedTab => {
    const ofTab = aside.filter((chunk) => chunk.tab === tab);
    const valid = validMarks(
      marks.filter((mark) => mark.tab === tab),
      chunks,
    );
    return {
      tab,
      ...spanOf(chunks),
      runs: runsOf(chunks.filter(({ arrival }) => arrival > after.arrival)),
      checkpoints: valid.flatMap(({ place, at, offsetMs, isEnd }) => (isEnd ? [] : [{ sequence: place, at: at + offsetMs }])),
      missing: missingPlaces(chunks, new Set(ofTab.flatMap(({ sequence }) => sequence ?? []))),
      refused: ofTab.length,
      views: valid.flatMap(({ views }) => JSON.parse(views) as RecordedView[]),
      indexed: isIndexed(valid, chunks),
    };
  });
  return {
    session,
    flight,
    startedAt,
    tabs,
    live,
    complete: tabs.every(({ missing, refused }) => missing.length === 0 && refused === 0),
    cursor: cursorText(moved(after, { chunks: index, marks })),
  };
}

function spanOf(chunks: readonly IndexedChunk[]): { at: number; until: number } {
  let at = Number.POSITIVE_INFINITY;
  let until = 0;
  for (const chunk of chunks) {
    at = Math.min(at, chunk.at + chunk.offsetMs);
    until = Math.max(until, chunk.until + chunk.offsetMs);
  }
  return { at, until };
}
