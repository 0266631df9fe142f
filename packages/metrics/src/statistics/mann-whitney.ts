import { logChoose } from './fair-coin.ts';
import { normalAbove } from './normal.ts';
import { ranks } from './ranks.ts';

/** A test’s statistic and its two-sided p. */
export interface TestResult {
  statistic: number;
  p: number;
}

/** Groups up to this size are tested exactly where no two values are equal. */
const EXACT = 20;

/**
 * Mann and Whitney’s U of the first group, two-sided: exactly for two groups of at most 20 without ties, else by the normal
 * approximation with corrections for ties and continuity. Null for an empty group.
 */
export function mannWhitney(first: Float64Array, second: Float64Array): TestResult | null {
  const [n, m] = [first.length, second.length];
  if (n === 0 || m === 0) return null;
  const { sums, ties } = ranks([first, second]);
  const statistic = (sums[0] ?? 0) - (n * (n + 1)) / 2;
  if (ties === 0 && Math.max(n, m) <= EXACT) return { statistic, p: exact(Math.min(statistic, n * m - statistic), n, m) };
  const all = n + m;
  const spread = Math.sqrt(((n * m) / 12) * (all + 1 - ties / (all * (all - 1))));
  const away = Math.max(0, Math.abs(statistic - (n * m) / 2) - 0.5);
  return { statistic, p: spread === 0 ? 1 : Math.min(1, 2 * normalAbove(away / spread)) };
}

/** Twice the chance of a U of at most this, by counting the arrangements that give each. */
function exact(u: number, n: number, m: number): number {
  let counts = new Float64Array(n * m + 1);
  counts[0] = 1;
  // The generating function of U is the product of (1 − q^(m+i)) ÷ (1 − q^i).
  for (let i = 1; i <= n; i += 1) counts = divided(multiplied(counts, m + i), i);
  const below = counts.slice(0, u + 1).reduce((sum, count) => sum + count, 0);
  return Math.min(1, 2 * Math.exp(Math.log(below) - logChoose(n + m, n)));
}

const multiplied = (counts: Float64Array, by: number) => counts.map((count, power) => count - (counts[power - by] ?? 0));

function divided(counts: Float64Array, by: number): Float64Array<ArrayBuffer> {
  const quotient = Float64Array.from(counts);
  for (let power = by; power < quotient.length; power += 1) quotient[power] = (quotient[power] ?? 0) + (quotient[power - by] ?? 0);
  return quotient;
}
