import type { RecordedTab, RecordedView, RecordingManifest, SessionSummary } from '@sightline/protocol';
import type { Store } from '../store/index.ts';
import { missingPlaces } from '../store/missing-places.ts';
import type { IndexedChunk } from '../store/recording-index.ts';
import { lanesOf } from './lanes-of.ts';
import { runsOf } from './runs-of.ts';
import { isIndexed, validMarks } from './valid-marks.ts';

type ManifestStore = Pick<Store, 'recordingIndex' | 'refusedChunks' | 'checkpointMarks' | 'checkpointViews'>;

/** What there is of a session's recording; with `after`, the tabs of which something came since, and only that of them. */
export async function recordingManifest(
  store: ManifestStore,
  { id: session, flight, live }: Pick<SessionSummary, 'id' | 'flight' | 'live'>,
  after?: number,
): Promise<RecordingManifest> {
  const key = { session, flight };
  if (after !== undefined && (await store.recordingIndex({ ...key, after, limit: 1 })).length === 0)
    return { session, flight, tabs: [], live, complete: true, cursor: String(after) };
  const [index, aside, marks, views] = await Promise.all([
    store.recordingIndex(key),
    store.refusedChunks(key),
    store.checkpointMarks(key),
    store.checkpointViews(key),
  ]);
  const all = [...lanesOf(index)].map(([tab, chunks]): { chunks: IndexedChunk[]; tab: RecordedTab } => {
    const ofTab = aside.filter((chunk) => chunk.tab === tab);
    const valid = validMarks(
      marks.filter((mark) => mark.tab === tab),
      chunks,
    );
    const places = new Set(valid.map(({ place }) => place));
    return {
      chunks,
      tab: {
        tab,
        ...spanOf(chunks),
        runs: runsOf(after === undefined ? chunks : chunks.filter(({ arrival }) => arrival > after)),
        missing: missingPlaces(chunks, new Set(ofTab.flatMap(({ sequence }) => sequence ?? []))),
        refused: ofTab.length,
        views: views
          .filter((each) => each.tab === tab && places.has(each.place))
          .flatMap((each) => JSON.parse(each.views) as RecordedView[]),
        indexed: isIndexed(valid, chunks),
      },
    };
  });
  const tabs = all.map(({ tab }) => tab);
  return {
    session,
    flight,
    tabs: after === undefined ? tabs : tabs.filter(({ runs }) => runs.length > 0),
    live,
    complete: tabs.every(({ missing, refused }) => missing.length === 0 && refused === 0),
    cursor: String(index.reduce((last, { arrival }) => Math.max(last, arrival), after ?? 0)),
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
