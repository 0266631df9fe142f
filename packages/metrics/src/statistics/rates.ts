import type { Effect } from './difference-of-medians.ts';
import { logChoose } from './fair-coin.ts';
import { gammaUpper } from './gamma-upper.ts';
import type { TestResult } from './mann-whitney.ts';
import type { Interval95 } from './median-interval.ts';
import { Z_95 } from './normal.ts';

/** How many of how many. */
export interface Rate {
  yes: number;
  n: number;
}

/** Wilson’s 95 % interval of a rate, without continuity correction; null of nothing. */
export function wilson({ yes, n }: Rate): Interval95 | null {
  if (n === 0) return null;
  const share = yes / n;
  const z2 = Z_95 ** 2;
  const center = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // At none or all the one end is exact; the formula misses it by a rounding.
  return [yes === 0 ? 0 : center - half, yes === n ? 1 : center + half];
}

/** The second rate minus the first, with Newcombe’s interval (1998, method 10) from Wilson’s of each. */
export function differenceOfRates(first: Rate, second: Rate): Effect | null {
  const [a, b] = [wilson(first), wilson(second)];
  if (a === null || b === null) return null;
  const [p, q] = [first.yes / first.n, second.yes / second.n];
  const value = q - p;
  return { value, interval: [value - Math.hypot(q - b[0], a[1] - p), value + Math.hypot(b[1] - q, p - a[0])] };
}

/** As floats differ in their last digits, tables this close count as equally likely. */
const SAME = 1 + 1e-7;

/** Fisher’s exact test of two rates, two-sided: the chance of all tables at most as likely as this one. Null where a margin is empty. */
export function fisher(first: Rate, second: Rate): number | null {
  const n = first.n + second.n;
  const yes = first.yes + second.yes;
  if (first.n === 0 || second.n === 0) return null;
  const chance = (count: number) => Math.exp(logChoose(first.n, count) + logChoose(second.n, yes - count) - logChoose(n, yes));
  const given = chance(first.yes) * SAME;
  let p = 0;
  for (let count = Math.max(0, yes - second.n); count <= Math.min(first.n, yes); count += 1) {
    const one = chance(count);
    if (one <= given) p += one;
  }
  return Math.min(1, p);
}

/** Pearson’s chi-squared test that several rates are one, without continuity correction. Null where all or none say yes. */
export function chiSquared(rates: readonly Rate[]): TestResult | null {
  const filled = rates.filter(({ n }) => n > 0);
  const n = filled.reduce((sum, rate) => sum + rate.n, 0);
  const share = filled.reduce((sum, rate) => sum + rate.yes, 0) / n;
  if (filled.length < 2 || share === 0 || share === 1) return null;
  const statistic = filled.reduce((sum, rate) => sum + (rate.yes - rate.n * share) ** 2 / (rate.n * share * (1 - share)), 0);
  return { statistic, p: gammaUpper((filled.length - 1) / 2, statistic / 2) };
}
