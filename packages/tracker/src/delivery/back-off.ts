const FIRST_MS = 1_000;
const MOST_MS = 60_000;

/** How long to wait before the next attempt: doubling, with jitter so that pages do not return together, never giving up. */
export function backOff(attempt: number, random: number, atLeastMs = 0): number {
  const ceiling = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.max(atLeastMs, ceiling / 2) + (random * ceiling) / 2;
}
