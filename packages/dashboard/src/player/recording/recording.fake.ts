import type { RecordedTab, RecordingManifest, RecordingRun } from '@sightline/protocol';

/** A run of chunks that begins with a snapshot where the tab begins. */
export const fakeRun = (from: number, to: number, at: number, more: Partial<RecordingRun> = {}): RecordingRun => ({
  from,
  to,
  at,
  until: at + 900,
  offsetMs: 0,
  chunks: to - from + 1,
  count: 1,
  bytes: 1,
  snapshot: from === 0,
  ...more,
});

/** A tab of which nothing is missing. */
export const fakeTab = (runs: RecordingRun[], more: Partial<RecordedTab> = {}): RecordedTab => ({
  tab: 'a' as RecordedTab['tab'],
  at: runs[0]?.at ?? 0,
  until: runs.at(-1)?.until ?? 0,
  runs,
  checkpoints: [],
  missing: [],
  refused: 0,
  views: [],
  indexed: true,
  ...more,
});

/** A session that runs. */
export const fakeManifest = (tabs: RecordedTab[], more: Partial<RecordingManifest> = {}): RecordingManifest => ({
  session: 's',
  flight: 'f',
  startedAt: 0,
  tabs,
  live: true,
  complete: true,
  cursor: '1',
  ...more,
});
