import { SEARCH } from './search/example.ts';
import { searchMetric } from './search/search-metric.ts';

/**
 * Share of queries without a click.
 *
 * Of three queries one has none → 1/3.
 */
export const searchAbandonment = searchMetric<number | null>(
  {
    name: 'search_abandonment',
    title: 'Abandonment',
    unit: 'share',
    definition:
      'Share of the queries without a click on a result; null without a query. Whether the page answered the question (good abandonment) is not told.',
    source: 'Standard in interactive information retrieval.',
    example: { events: SEARCH, value: 1 / 3 },
  },
  (queries) => (queries.length === 0 ? null : queries.filter(({ clicks }) => clicks.length === 0).length / queries.length),
);
