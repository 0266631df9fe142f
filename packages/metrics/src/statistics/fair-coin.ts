import { logGamma } from './log-gamma.ts';

/** Below this many standard deviations under the mean nothing is left that a double could hold beside the rest. */
const FAR = 40;

/** The chance of at most k heads in n throws of a fair coin. */
export function fairCoinAtMost(n: number, k: number): number {
  if (k < 0) return 0;
  const from = Math.max(0, Math.floor(n / 2 - (FAR * Math.sqrt(n)) / 2));
  let chance = 0;
  for (let heads = from; heads <= k; heads += 1) chance += Math.exp(logChoose(n, heads) - n * Math.LN2);
  return Math.min(1, chance);
}

/** The logarithm of the number of ways to choose k of n. */
export const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
