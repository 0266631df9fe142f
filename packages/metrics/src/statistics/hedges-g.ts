import type { Description } from './description.ts';
import type { Effect } from './difference-of-medians.ts';
import { logGamma } from './log-gamma.ts';
import { Z_95 } from './normal.ts';

/**
 * Hedges’ g: the second group’s mean minus the first’s, by the pooled standard deviation, with the exact correction for small
 * groups; interval by the large-sample variance (Hedges and Olkin 1985). Null where nothing varies.
 */
export function hedgesG(first: Pick<Description, 'n' | 'mean' | 'sd'>, second: Pick<Description, 'n' | 'mean' | 'sd'>): Effect | null {
  const [n, m] = [first.n, second.n];
  if (first.mean === null || second.mean === null || first.sd === null || second.sd === null) return null;
  const freedom = n + m - 2;
  const pooled = Math.sqrt(((n - 1) * first.sd ** 2 + (m - 1) * second.sd ** 2) / freedom);
  if (pooled === 0) return null;
  const correction = Math.exp(logGamma(freedom / 2) - Math.log(Math.sqrt(freedom / 2)) - logGamma((freedom - 1) / 2));
  const value = (correction * (second.mean - first.mean)) / pooled;
  const half = Z_95 * Math.sqrt((n + m) / (n * m) + value ** 2 / (2 * (n + m)));
  return { value, interval: [value - half, value + half] };
}
