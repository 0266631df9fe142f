import { quantile } from './quantile.ts';

/** A bar of a histogram: from inclusive, to exclusive but for the last. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

const MOST = 60;
const SECOND_MS = 1_000;
const TIMES_MS = [
  ...[2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300].map((minutes) => minutes * 60 * SECOND_MS),
];
/** Whole numbers no further apart than this, such as counts, have a bin each. */
const ONE_BY_ONE = 20;
/** No measure is told more exactly; much smaller numbers cannot be divided into parts of themselves. */
const FINEST = 1e-9;

/**
 * Bins of a round width that all groups share: Freedman and Diaconis’ width over everything, at most 60; counts that are
 * small have a bin each, in its middle, and no whole numbers have finer ones. Sorted groups in, a histogram each out; nothing where
 * there are no values.
 */
export function histograms(groups: readonly Float64Array[], unit = ''): Bin[][] {
  const all = Float64Array.from(groups.flatMap((group) => [...thinned(group)])).sort();
  const low = Math.min(...groups.map(([first]) => first ?? Number.POSITIVE_INFINITY));
  const high = Math.max(...groups.map((group) => group[group.length - 1] ?? Number.NEGATIVE_INFINITY));
  if (!(low <= high)) return groups.map(() => []);
  const size = groups.reduce((sum, { length }) => sum + length, 0);
  const ideal = (2 * (quantile(all, 0.75) - quantile(all, 0.25))) / Math.cbrt(size);
  const isWhole = groups.every((group) => group.every(Number.isInteger));
  const least = isWhole ? 1 : FINEST;
  const width = isWhole && high - low <= ONE_BY_ONE ? 1 : round(Math.max(ideal, (high - low) / MOST, least), high - low, unit);
  const from = isWhole && width === 1 ? low - 0.5 : Math.floor(low / width) * width;
  const bins = Math.max(1, Math.floor((high - from) / width + 1e-9) + 1);
  return groups.map((group) => {
    const counts = Array.from({ length: bins }, () => 0);
    for (const value of group) {
      const bin = Math.min(bins - 1, Math.floor((value - from) / width + 1e-9));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts.map((count, index) => ({ from: from + index * width, to: from + (index + 1) * width, count }));
  });
}

/** Quartiles of a hundred thousand values are known from a few thousand of them, evenly chosen. */
const thinned = (sorted: Float64Array) =>
  sorted.length <= 4_000 ? sorted : sorted.filter((_, index) => index % Math.ceil(sorted.length / 4_000) === 0);

/** The next 1, 2 or 5 times a power of ten; of times that people count in minutes or hours, what those are divided into; one for a group without spread. */
function round(width: number, span: number, unit: string): number {
  if (span === 0) return 1;
  const time = unit === 'ms' ? TIMES_MS.find((step) => step >= width * 0.999_999) : undefined;
  if (width > SECOND_MS && time !== undefined) return time;
  const power = 10 ** Math.floor(Math.log10(width));
  return power * ([1, 2, 5].find((step) => step * power >= width * 0.999_999) ?? 10);
}
