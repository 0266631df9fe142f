import type { IndexedChunk } from './recording-index.ts';

/** Numbers of a lane's chunks that never came, both ends included; `came` are those that were kept aside. */
export function missingPlaces(chunks: readonly IndexedChunk[], came: ReadonlySet<number> = new Set()): { from: number; to: number }[] {
  if (chunks[0]?.numbered !== 1 && came.size === 0) return [];
  const places = [...new Set([...chunks.map(({ place }) => place), ...came])].toSorted((one, other) => one - other);
  return places.flatMap((place, at) => {
    const from = (places[at - 1] ?? -1) + 1;
    return place > from ? [{ from, to: place - 1 }] : [];
  });
}
