import { fairCoinAtMost } from './fair-coin.ts';
import type { Interval95 } from './median-interval.ts';
import { normalQuantile, Z_95 } from './normal.ts';
import { quantile } from './quantile.ts';

/** A difference between two groups with its 95 % interval, where that can be told. */
export interface Effect {
  value: number;
  interval: Interval95 | null;
}

/**
 * The second group’s median minus the first’s, with the interval of Price and Bonett (2002): variances of medians from order
 * statistics, without assuming a distribution or equal spread. No interval below five values a group.
 */
export function differenceOfMedians(first: ArrayLike<number>, second: ArrayLike<number>): Effect | null {
  if (first.length === 0 || second.length === 0) return null;
  const value = quantile(second, 0.5) - quantile(first, 0.5);
  const variances = [varianceOfMedian(first), varianceOfMedian(second)];
  if (variances.includes(null)) return { value, interval: null };
  const half = Z_95 * Math.sqrt(variances.reduce<number>((sum, one) => sum + (one ?? 0), 0));
  return { value, interval: [value - half, value + half] };
}

const LEAST = 5;
const LARGE = 5_000;

function varianceOfMedian(sorted: ArrayLike<number>): number | null {
  const n = sorted.length;
  if (n < LEAST) return null;
  const c = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)));
  const [low, high] = [sorted[c - 1], sorted[n - c]];
  if (low === undefined || high === undefined) return null;
  // How many standard errors lie between the two: by the binomial, which a normal stands in for where it is large.
  const z = n > LARGE ? (2 * (n / 2 - c + 0.5)) / Math.sqrt(n) : -normalQuantile(fairCoinAtMost(n, c - 1));
  return ((high - low) / (2 * z)) ** 2;
}
