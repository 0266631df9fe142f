import type { Sample } from './cursor-samples.ts';

/**
 * How far each point of a path lies from the straight line between its ends, in px; above the line is positive, and the sign is
 * turned round for paths that lead downward. Left of a vertical line counts as above.
 */
export function deviations(path: readonly Sample[]): number[] {
  const first = path[0];
  const last = path.at(-1);
  if (!first || !last) return [];
  // The screen's y grows downward; “above” wants it to grow upward.
  const [dx, dy] = [last.x - first.x, first.y - last.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return path.map(() => 0);
  const sign = (dx < 0 ? -1 : 1) * (dy < 0 ? -1 : 1);
  return path.map(({ x, y }) => positive((sign * (dx * (first.y - y) - dy * (x - first.x))) / length));
}

/** No minus before a zero. */
const positive = (value: number): number => (value === 0 ? 0 : value);
