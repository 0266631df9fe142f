import type { Metric } from '../metric.ts';
import {
  SEARCH_DEFAULTS,
  SEARCH_EXTRAS,
  SEARCH_PRESETS,
  searchReading,
  searchSees,
  type Query,
  type SearchRule,
} from './search-reading.ts';

type Words<Value> = Pick<Metric<Value, SearchRule>, 'name' | 'title' | 'unit' | 'definition' | 'source' | 'example' | 'columns'>;

/** A metric of a session's queries. */
export const searchMetric = <Value>(words: Words<Value>, of: (queries: readonly Query[]) => Value): Metric<Value, SearchRule> => ({
  ...words,
  version: 1,
  group: 'search',
  parameters: SEARCH_DEFAULTS,
  presets: SEARCH_PRESETS,
  sees: {},
  seesBy: searchSees,
  extras: SEARCH_EXTRAS,
  ends: false,
  begin(rule) {
    const { see, queries } = searchReading(rule);
    return { see, value: () => of(queries()) };
  },
});
