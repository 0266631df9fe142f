import { SEARCH } from './search/example.ts';
import { searchMetric } from './search/search-metric.ts';
import type { QueryWait } from './search-time-to-click.ts';

/**
 * Time from each query to the first click or, where that is earlier, the next query.
 *
 * Submitted at 60 s, next query at 65 s without a click → 5,000 ms.
 */
export const searchTimeToAction = searchMetric<QueryWait[]>(
  {
    name: 'search_time_to_first_action',
    title: 'Time to first action',
    unit: 'ms',
    definition:
      'For each query: time from its submission, and from its results being painted, to the first click on a result or the next query; censored where neither came.',
    columns: {
      query: 'position in the session, from 1',
      fromSubmitMs: 'from submission, ms; null where nothing came',
      fromPaintMs: 'from the results being painted, ms; null where nothing came or nothing told of painting',
      censored: 'neither click nor query came',
    },
    source: 'Abualsaud and Smucker, 2019.',
    example: {
      events: SEARCH,
      value: [
        { query: 1, fromSubmitMs: 3_400, fromPaintMs: 3_000, censored: false },
        { query: 2, fromSubmitMs: 5_000, fromPaintMs: null, censored: false },
        { query: 3, fromSubmitMs: 5_000, fromPaintMs: null, censored: false },
      ],
    },
  },
  (queries) =>
    queries.map(({ at, paintedAt, clicks: [first], nextAt }, index) => {
      const actedAt = first?.at ?? nextAt;
      return {
        query: index + 1,
        fromSubmitMs: actedAt === null ? null : actedAt - at,
        fromPaintMs: actedAt === null || paintedAt === null ? null : actedAt - paintedAt,
        censored: actedAt === null,
      };
    }),
);
