import type { Store } from '../store/index.ts';

/** What a session's recording is written from. */
export type RecordingSource = Pick<
  Store,
  'sessionSummary' | 'eventLines' | 'recordingIndex' | 'recordedChunks' | 'checkpointMarks' | 'checkpointEvents' | 'assetHashes' | 'asset'
>;

export interface RecordingToExport {
  session: string;
  flight: string;
  /** Write the files that snapshots refer to into what refers to them. */
  withAssets: boolean;
}

/** One way to write a session's recording to a file, in constant memory. */
export interface RecordingExport {
  /** The value of `--format`. */
  name: string;
  mediaType: string;
  /** Name of the file that a browser saves. */
  fileName(session: string): string;
  write(store: RecordingSource, recording: RecordingToExport): AsyncIterable<string>;
}
