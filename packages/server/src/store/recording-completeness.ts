import type { TabCompleteness } from '@sightline/protocol';
import { missingPlaces } from './missing-places.ts';
import type { IndexedChunk } from './recording-index.ts';
import type { RefusedChunk } from './refused-chunks.ts';
import type { ToldLoss } from './told-losses.ts';

/** What is known of one tab's recording. */
export interface KnownOfRecording {
  isNumbered: boolean;
  /** In order. */
  chunks: readonly IndexedChunk[];
  aside: readonly RefusedChunk[];
  told: readonly ToldLoss[];
}

/** What came of one tab's recording; undefined where nothing of one did, and nothing was to. */
export function recordingCompleteness({ isNumbered, chunks, aside, told }: KnownOfRecording): TabCompleteness['recording'] {
  if (chunks.length + aside.length + told.length === 0) return undefined;
  const kept = new Set(aside.flatMap(({ sequence }) => sequence ?? []));
  const highest = Math.max(-1, ...kept, chunks.at(-1)?.place ?? -1);
  // What a tracker could not keep at the very end leaves no gap that anybody could see.
  const last = Math.max(highest, ...told.map(({ to }) => to));
  const beyond = last > highest ? [{ from: highest + 1, to: last }] : [];
  return {
    expected: isNumbered ? last + 1 : null,
    stored: chunks.length,
    missing: isNumbered ? [...missingPlaces(chunks, kept), ...beyond] : [],
    refused: aside.length,
    told: told.map(({ from, to }) => ({ from, to })),
  };
}
