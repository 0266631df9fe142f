import type { RecordingRun } from '@sightline/protocol';
import type { IndexedChunk } from '../store/recording-index.ts';

/** A run is at least so long, so that a quiet page makes few of them … */
const LEAST_MS = 10_000;
/** … and a long recording has at most about so many. */
const MOST = 1_000;
/** What is sensible to read at once, compressed. */
const BYTES = 512 * 1024;

/** A lane's chunks, in order, as runs: what follows without a hole on one clock, and a new one at each full snapshot. */
export function runsOf(chunks: readonly IndexedChunk[]): RecordingRun[] {
  const first = chunks[0];
  const last = chunks.at(-1);
  if (first === undefined || last === undefined) return [];
  const widthMs = Math.max(LEAST_MS, (last.until - first.at) / MOST);
  const runs: RecordingRun[] = [];
  let before: IndexedChunk | undefined;
  for (const chunk of chunks) {
    const run = runs.at(-1);
    if (run !== undefined && before !== undefined && belongs(chunk, before, run, widthMs)) extend(run, chunk);
    else runs.push(begun(chunk));
    before = chunk;
  }
  return runs;
}

const belongs = (chunk: IndexedChunk, before: IndexedChunk, run: RecordingRun, widthMs: number): boolean =>
  !chunk.snapshot &&
  chunk.offsetMs === run.offsetMs &&
  (chunk.numbered === 0 || chunk.place === before.place + 1) &&
  run.bytes + chunk.bytes <= BYTES &&
  chunk.until + chunk.offsetMs - run.at <= widthMs;

const begun = ({ place, at, until, offsetMs, count, bytes, snapshot }: IndexedChunk): RecordingRun => ({
  from: place,
  to: place,
  at: at + offsetMs,
  until: until + offsetMs,
  offsetMs,
  chunks: 1,
  count,
  bytes,
  snapshot,
});

function extend(run: RecordingRun, { place, until, offsetMs, count, bytes }: IndexedChunk): void {
  run.to = place;
  run.until = Math.max(run.until, until + offsetMs);
  run.chunks += 1;
  run.count += count;
  run.bytes += bytes;
}
