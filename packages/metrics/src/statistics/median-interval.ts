import { fairCoinAtMost } from './fair-coin.ts';
import { normalQuantile } from './normal.ts';

export type Interval95 = [low: number, high: number];

const ALPHA = 0.05;
/** From here on the normal approximation of the binomial gives the same ranks, or neighbours of them. */
const LARGE = 5_000;

/**
 * A 95 % interval of the median from order statistics: the narrowest pair of ranks, equally far from both ends, between which the
 * median lies with at least 95 % by the binomial distribution. It asks nothing of the numbers’ distribution; null below six values.
 */
export function medianInterval(sorted: ArrayLike<number>): Interval95 | null {
  const rank = lowRank(sorted.length);
  const [low, high] = [sorted[rank - 1], sorted[sorted.length - rank]];
  return rank < 1 || low === undefined || high === undefined ? null : [low, high];
}

/** The largest rank j with 2 · P(Bin(n, ½) ≤ j − 1) ≤ 5 %. */
function lowRank(n: number): number {
  if (n > LARGE) return Math.floor(n / 2 + (normalQuantile(ALPHA / 2) * Math.sqrt(n)) / 2);
  let rank = Math.max(0, Math.floor(n / 2 - 1.5 * Math.sqrt(n)));
  while (2 * fairCoinAtMost(n, rank) <= ALPHA) rank += 1;
  return rank;
}
