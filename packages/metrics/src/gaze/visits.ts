import type { Fixation } from './fixations.ts';

/**
 * The areas visited, in order: each maximal run of fixations in one area is a visit. One fixation outside, shorter than `bridgeMs`,
 * does not end it; 0 bridges nothing.
 */
export function visits(fixations: readonly Fixation[], bridgeMs: number): string[] {
  const visited: string[] = [];
  let open: string | null = null;
  let gaps = 0;
  for (const { area, ms } of fixations) {
    if (area === null) {
      gaps += 1;
      if (gaps > 1 || ms >= bridgeMs) open = null;
      continue;
    }
    gaps = 0;
    if (area !== open) visited.push(area);
    open = area;
  }
  return visited;
}
