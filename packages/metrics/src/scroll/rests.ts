import type { PageVisit } from '../pages/page-visits.ts';
import type { Interval } from '../presence/intervals.ts';
import type { Scrolling } from './scroll-reading.ts';

/** A stretch in which the page did not scroll. */
export interface Rest extends Interval {
  top: number;
  viewport: number;
}

/** Where the viewport rested, and when: from the end of one scrolling to the beginning of the next. */
export function restsOf({ at, leftAt, kept }: PageVisit<Scrolling[]>): Rest[] {
  const rests: Rest[] = [];
  let since = at;
  for (const { startAt, at: endAt, from, viewport } of kept) {
    if (viewport !== undefined && startAt > since) rests.push({ from: since, to: startAt, top: from, viewport });
    since = Math.max(since, endAt);
  }
  const last = kept.at(-1);
  if (last?.viewport !== undefined && leftAt !== undefined && leftAt > since) {
    rests.push({ from: since, to: leftAt, top: last.to, viewport: last.viewport });
  }
  return rests;
}
