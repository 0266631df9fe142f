import { SEARCH } from './search/example.ts';
import { searchMetric } from './search/search-metric.ts';

/**
 * Share of queries that were followed by another without a click.
 *
 * Of three queries the second is → 1/3.
 */
export const searchRequeryRate = searchMetric<number | null>(
  {
    name: 'search_requery_rate',
    title: 'Immediate requery rate',
    unit: 'share',
    definition: 'Share of the queries that are followed by another query with no click on a result in between; null without a query.',
    source: 'Zhang, Abualsaud and Smucker, CHIIR 2018.',
    example: { events: SEARCH, value: 1 / 3 },
  },
  (queries) =>
    queries.length === 0 ? null : queries.filter(({ clicks, nextAt }) => clicks.length === 0 && nextAt !== null).length / queries.length,
);
