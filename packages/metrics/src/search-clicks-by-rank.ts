import { SEARCH } from './search/example.ts';
import { searchMetric } from './search/search-metric.ts';

/** How often a rank was clicked. */
export interface RankClicks {
  /** Null where the click did not say. */
  rank: number | null;
  clicks: number;
}

/**
 * Clicks on results by rank.
 *
 * Clicks on ranks 1, 4 and 2 → one each.
 */
export const searchClicksByRank = searchMetric<RankClicks[]>(
  {
    name: 'search_clicks_by_rank',
    title: 'Clicks by rank',
    unit: 'count',
    definition:
      'Number of clicks on results, from the first query on, at each rank, as the page gives it with the click, never from its position on the screen.',
    columns: { rank: 'rank, ascending; null, which comes last, where the click did not say', clicks: 'clicks on it' },
    source: 'Standard in interactive information retrieval.',
    example: {
      events: SEARCH,
      value: [
        { rank: 1, clicks: 1 },
        { rank: 2, clicks: 1 },
        { rank: 4, clicks: 1 },
      ],
    },
  },
  (queries) => {
    const counts = new Map<number | null, number>();
    for (const { rank } of queries.flatMap(({ clicks }) => clicks)) counts.set(rank, (counts.get(rank) ?? 0) + 1);
    return [...counts].map(([rank, clicks]) => ({ rank, clicks })).toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  },
);
