import { medianInterval, type Interval95 } from './median-interval.ts';
import { quantile } from './quantile.ts';

/** What a paper tells of a group’s numbers, and what a box plot is drawn from. */
export interface Description {
  n: number;
  mean: number | null;
  /** With n − 1. */
  sd: number | null;
  min: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  max: number | null;
  /** The furthest values within 1.5 interquartile ranges of the quartiles (Tukey). */
  whiskers: [number, number] | null;
  /** 95 % interval of the median; null for fewer than six values. */
  medianInterval: Interval95 | null;
}

/** Describes sorted numbers. */
export function description(sorted: Float64Array): Description {
  const n = sorted.length;
  const [first] = sorted;
  const last = sorted[n - 1];
  if (first === undefined || last === undefined) return NOTHING;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const [q1, median, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  const reach = 1.5 * (q3 - q1);
  return {
    n,
    mean,
    sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
    min: first,
    q1,
    median,
    q3,
    max: last,
    whiskers: [sorted.find((value) => value >= q1 - reach) ?? first, sorted.findLast((value) => value <= q3 + reach) ?? last],
    medianInterval: medianInterval(sorted),
  };
}

const NOTHING: Description = {
  n: 0,
  mean: null,
  sd: null,
  min: null,
  q1: null,
  median: null,
  q3: null,
  max: null,
  whiskers: null,
  medianInterval: null,
};
