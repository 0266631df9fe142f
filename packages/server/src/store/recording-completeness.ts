import type { TabCompleteness } from '@sightline/protocol';
import { missingPlaces } from './missing-places.ts';
import type { IndexedChunk } from './recording-index.ts';
import type { RefusedChunk } from './refused-chunks.ts';

/** What came of one tab's recording; undefined where nothing of one did. */
export function recordingCompleteness({
  isNumbered,
  chunks,
  aside,
}: {
  isNumbered: boolean;
  chunks: readonly IndexedChunk[];
  aside: readonly RefusedChunk[];
}): TabCompleteness['recording'] {
  if (chunks.length + aside.length === 0) return undefined;
  const kept = new Set(aside.flatMap(({ sequence }) => sequence ?? []));
  const highest = Math.max(-1, ...kept, chunks.at(-1)?.place ?? -1);
  return {
    expected: isNumbered ? highest + 1 : null,
    stored: chunks.length,
    missing: isNumbered ? missingPlaces(chunks, kept) : [],
    refused: aside.length,
  };
}
