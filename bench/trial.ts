/** One measurement with its comparison, both taken in the same run. */
export interface Trial {
  /** What `npm run bench -- <name>` picks. */
  name: string;
  /** What was done, in a sentence: the conditions that the figures depend on. */
  conditions: string;
  run(): Promise<Line[]>;
}

/** A line of results. */
export interface Line {
  what: string;
  value: string;
  /** The bar of the design, where there is one. */
  bar?: string;
}

/** A rate as it stands in the results. */
export const perSecond = (rate: number, unit: string): string =>
  rate >= 10_000 ? `${Math.round(rate / 1_000)} k ${unit}/s` : `${Math.round(rate)} ${unit}/s`;

/** The times of answers as they stand in the results. */
export const times = ({ p50Ms, p99Ms }: { p50Ms: number; p99Ms: number }): string => `p50 ${p50Ms} ms, p99 ${p99Ms} ms`;

/** A figure counts only where every message was acknowledged. */
export function noFailures<Result extends { failed: number; firstFailure?: string }>(result: Result): Result {
  if (result.failed > 0) throw new Error(`${result.failed} messages were not acknowledged; the first: ${result.firstFailure}`);
  return result;
}
