import { SEARCH } from './search/example.ts';
import { searchMetric } from './search/search-metric.ts';

/**
 * Number of queries.
 *
 * Three submissions of the query box → 3.
 */
export const searchQueries = searchMetric<number>(
  {
    name: 'search_queries',
    title: 'Queries',
    unit: 'count',
    definition: 'Number of queries of the session.',
    source: 'Standard in interactive information retrieval.',
    example: { events: SEARCH, value: 3 },
  },
  (queries) => queries.length,
);
