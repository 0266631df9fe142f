import type { Effect } from './difference-of-medians.ts';
import type { Dominance } from './dominance.ts';
import { Z_95 } from './normal.ts';

/**
 * Cliff’s delta: how much more often a value of the second group is larger than one of the first than smaller, −1 to 1. The interval
 * is Cliff’s (1996), with the unbiased variance, asymmetric so that it stays within −1 and 1. None below two values a group.
 */
export function cliffsDelta({ first, second, ties }: Dominance): Effect | null {
  const [n, m] = [first.length, second.length];
  if (n === 0 || m === 0) return null;
  const value = mean(second);
  if (n < 2 || m < 2) return { value, interval: null };
  const squares = (shares: Float64Array, center: number) => shares.reduce((sum, share) => sum + (share - center) ** 2, 0);
  const pairs = n * m - ties - n * m * value ** 2;
  const unbiased = (m * m * squares(first, -value) + n * n * squares(second, value) - pairs) / (n * m * (n - 1) * (m - 1));
  const variance = Math.max(unbiased, (1 - value ** 2) / (n * m - 1));
  return { value, interval: interval(value, variance, Math.min(n, m)) };
}

function interval(delta: number, variance: number, smaller: number): [number, number] {
  const z2 = Z_95 ** 2;
  if (Math.abs(delta) === 1) {
    const near = (smaller - z2) / (smaller + z2);
    return delta > 0 ? [near, 1] : [-1, -near];
  }
  const center = delta - delta ** 3;
  const half = Z_95 * Math.sqrt(variance) * Math.sqrt((1 - delta ** 2) ** 2 + z2 * variance);
  const scale = 1 - delta ** 2 + z2 * variance;
  return [(center - half) / scale, (center + half) / scale];
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
