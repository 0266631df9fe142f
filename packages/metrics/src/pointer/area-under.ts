import type { Sample } from './cursor-samples.ts';
import { deviations } from './deviations.ts';

/** The area between a path and the straight line between its ends, px²; parts below the line are taken off (see `deviations`, which `away` holds). */
export function areaUnder(path: readonly Sample[], away: readonly number[] = deviations(path)): number {
  const first = path[0];
  const last = path.at(-1);
  if (!first || !last) return 0;
  const [dx, dy] = [last.x - first.x, last.y - first.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return 0;
  const along = ({ x, y }: Sample) => ((x - first.x) * dx + (y - first.y) * dy) / length;
  let area = 0;
  path.forEach((sample, index) => {
    const before = path[index - 1];
    if (before) area += ((along(sample) - along(before)) * ((away[index] ?? 0) + (away[index - 1] ?? 0))) / 2;
  });
  return area;
}
