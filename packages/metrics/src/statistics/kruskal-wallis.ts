import { gammaUpper } from './gamma-upper.ts';
import type { TestResult } from './mann-whitney.ts';
import { ranks } from './ranks.ts';

/** Kruskal and Wallis’ H over several sorted groups, corrected for ties, with p by chi-squared. Null for fewer than two groups or where all is equal. */
export function kruskalWallis(groups: readonly Float64Array[]): TestResult | null {
  const filled = groups.filter(({ length }) => length > 0);
  if (filled.length < 2) return null;
  const { sums, ties, n } = ranks(filled);
  const raw = (12 / (n * (n + 1))) * filled.reduce((sum, { length }, index) => sum + (sums[index] ?? 0) ** 2 / length, 0) - 3 * (n + 1);
  const correction = 1 - ties / (n ** 3 - n);
  if (correction === 0) return null;
  const statistic = raw / correction;
  return { statistic, p: gammaUpper((filled.length - 1) / 2, statistic / 2) };
}
