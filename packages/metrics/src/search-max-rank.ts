import { SEARCH } from './search/example.ts';
import { searchMetric } from './search/search-metric.ts';

/**
 * The deepest rank that was clicked.
 *
 * Clicks on ranks 1, 4 and 2 → 4.
 */
export const searchMaxRank = searchMetric<number | null>(
  {
    name: 'search_max_rank',
    title: 'Deepest rank clicked',
    unit: 'rank',
    definition: 'The largest rank among the clicked results of the session; null where no click told its rank.',
    source: 'Standard in interactive information retrieval.',
    example: { events: SEARCH, value: 4 },
  },
  (queries) =>
    queries
      .flatMap(({ clicks }) => clicks)
      .reduce<number | null>((most, { rank }) => (rank === null ? most : Math.max(most ?? rank, rank)), null),
);
