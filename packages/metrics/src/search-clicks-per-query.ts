import { SEARCH } from './search/example.ts';
import { searchMetric } from './search/search-metric.ts';

/**
 * Clicks on results for each query, on average.
 *
 * 2, 0 and 1 clicks → 1.
 */
export const searchClicksPerQuery = searchMetric<number | null>(
  {
    name: 'search_clicks_per_query',
    title: 'Clicks per query',
    unit: 'count',
    definition: 'Number of clicks on results, from the first query on, divided by the number of queries; null without a query.',
    source: 'Standard in interactive information retrieval.',
    example: { events: SEARCH, value: 1 },
  },
  (queries) => (queries.length === 0 ? null : queries.reduce((sum, { clicks }) => sum + clicks.length, 0) / queries.length),
);
