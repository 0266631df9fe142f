import type { Sample } from './cursor-samples.ts';

/** What one tab's pointer is in, by name, and where it was last. */
export interface Approach {
  entered: Map<string, Entry>;
  last: Sample | undefined;
}

export interface Entry {
  at: number;
  /** Since when the pointer has rested. */
  restSince: number;
  /** The longest rest so far. */
  restedMs: number;
}

/** Follows a rest to the next position: it ends with a movement that is fast enough, as long before as positions are told apart. */
export function followRest(
  entry: Entry,
  from: Sample | undefined,
  to: Sample,
  { speed, everyMs }: { speed: number; everyMs: number },
): void {
  if (!from) return;
  const px = Math.hypot(to.x - from.x, to.y - from.y);
  const movedSince = Math.max(from.at, to.at - everyMs);
  if (px === 0 || (px / Math.max(1, to.at - movedSince)) * 1_000 < speed) return;
  entry.restedMs = Math.max(entry.restedMs, movedSince - entry.restSince);
  entry.restSince = Math.max(entry.restSince, to.at);
}
