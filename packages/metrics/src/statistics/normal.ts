import { gammaUpper } from './gamma-upper.ts';

/** The share of a standard normal distribution above a value. */
export function normalAbove(z: number): number {
  const tail = gammaUpper(0.5, (z * z) / 2) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** The value below which a share of a standard normal distribution lies; bisected, as the share above falls everywhere. */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new Error(`a share between 0 and 1 was expected, got ${share}`);
  if (share > 0.5) return -normalQuantile(1 - share);
  let [low, high] = [-40, 0];
  while (high - low > 1e-13 * Math.max(1, -low)) {
    const middle = (low + high) / 2;
    if (normalAbove(-middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Half of a 95 % interval, in standard errors. */
export const Z_95 = 1.959963984540054;
