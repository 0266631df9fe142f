import type { TabId } from '@sightline/protocol';
import type { IndexedChunk } from '../store/recording-index.ts';

/** A session's index by lane, the one that began first in front. */
export function lanesOf(index: readonly IndexedChunk[]): Map<TabId, IndexedChunk[]> {
  const lanes = new Map<TabId, IndexedChunk[]>();
  for (const chunk of index) {
    const lane = lanes.get(chunk.lane);
    if (lane === undefined) lanes.set(chunk.lane, [chunk]);
    else lane.push(chunk);
  }
  return new Map([...lanes].toSorted(([, [one]], [, [other]]) => beganAt(one) - beganAt(other)));
}

const beganAt = (chunk: IndexedChunk | undefined): number => (chunk === undefined ? 0 : chunk.at + chunk.offsetMs);

/** All lanes as one sequence by time, in which no lane's own order changes. */
export function* byTime(index: readonly IndexedChunk[]): Generator<IndexedChunk, void> {
  const heads = [...lanesOf(index).values()].map((chunks) => ({ chunks, next: 0 }));
  for (;;) {
    let earliest: (typeof heads)[number] | undefined;
    for (const head of heads) {
      const chunk = head.chunks[head.next];
      if (chunk !== undefined && (earliest === undefined || beganAt(chunk) < beganAt(earliest.chunks[earliest.next]))) earliest = head;
    }
    const chunk = earliest?.chunks[earliest.next];
    if (earliest === undefined || chunk === undefined) return;
    earliest.next += 1;
    yield chunk;
  }
}
