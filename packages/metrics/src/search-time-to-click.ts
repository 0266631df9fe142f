import { SEARCH } from './search/example.ts';
import { searchMetric } from './search/search-metric.ts';

/** How long one query waited for its first click, or first action. */
export interface QueryWait {
  query: number;
  fromSubmitMs: number | null;
  fromPaintMs: number | null;
  /** Neither came before the session ended, or before the next query. */
  censored: boolean;
}

/**
 * Time from each query to the first click on one of its results.
 *
 * Submitted at 0, painted at 400, clicked at 3,400 ms → 3,400 ms from submit, 3,000 ms from paint.
 */
export const searchTimeToClick = searchMetric<QueryWait[]>(
  {
    name: 'search_time_to_first_click',
    title: 'Time to first click',
    unit: 'ms',
    definition:
      'For each query: time from its submission, and from its results being painted, to the first click on a result; censored, never 0, where none came.',
    columns: {
      query: 'position in the session, from 1',
      fromSubmitMs: 'from submission, ms; null where no click came',
      fromPaintMs: 'from the results being painted, ms; null where no click came or nothing told of painting',
      censored: 'no click came',
    },
    source: 'Standard in interactive information retrieval.',
    example: {
      events: SEARCH,
      value: [
        { query: 1, fromSubmitMs: 3_400, fromPaintMs: 3_000, censored: false },
        { query: 2, fromSubmitMs: null, fromPaintMs: null, censored: true },
        { query: 3, fromSubmitMs: 5_000, fromPaintMs: null, censored: false },
      ],
    },
  },
  (queries) =>
    queries.map(({ at, paintedAt, clicks: [first] }, index) => ({
      query: index + 1,
      fromSubmitMs: first ? first.at - at : null,
      fromPaintMs: first && paintedAt !== null ? first.at - paintedAt : null,
      censored: !first,
    })),
);
