import type { HeatReading } from '@sightline/protocol';
import type { Density } from './density.ts';

/** Bands of a page as a density of one column. */
export function bandDensity(amounts: readonly number[], views: number): Density {
  const cells = Float32Array.from(amounts, (amount) => (views > 0 ? amount / views : 0));
  return { columns: 1, rows: Math.max(1, cells.length), cells, most: Math.max(0, ...cells) };
}

/** Where the share of views that came so far falls to each of some shares: at the upper edge of the first band under it. */
export function reachLines(
  { reached, viewsKnown }: Pick<HeatReading, 'reached' | 'viewsKnown'>,
  shares: readonly number[],
): { part: number; share: number }[] {
  if (viewsKnown === 0) return [];
  return shares.flatMap((share) => {
    const band = reached.findIndex((views) => views / viewsKnown < share);
    return band <= 0 ? [] : [{ part: band / reached.length, share }];
  });
}
