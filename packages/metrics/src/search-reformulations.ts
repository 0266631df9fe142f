import type { Metric } from './metric.ts';
import { SEARCH } from './search/example.ts';
import { reformulation, type Reformulation } from './search/reformulation.ts';
import { SEARCH_DEFAULTS, SEARCH_EXTRAS, SEARCH_PRESETS, searchReading, searchSees, type SearchRule } from './search/search-reading.ts';

/** How one query follows from the one before. */
export interface QueryChange {
  query: number;
  /** Null where one of the two queries has no text. */
  change: Reformulation | null;
  afterMs: number | null;
}

type Rule = SearchRule & { withinMs: number };

/**
 * How each query follows from the one before.
 *
 * "hotels rome" → "cheap hotels rome": add → "hostels rome": substitute.
 */
export const searchReformulations: Metric<QueryChange[], Rule> = {
  name: 'search_reformulations',
  version: 1,
  title: 'Reformulations',
  group: 'search',
  unit: 'text',
  definition:
    'For each query: whether it repeats the words of the query before, adds to them, drops some, substitutes some, corrects their spelling (as many words, each in its place the same or off by at most 2 letters, by 1 where either has 4 or fewer; numbers are never misspelt) or is new: no word in common, or more than 30 minutes later. The first of these that holds: repeat, spelling, new, add, drop, substitute; words are runs of letters and digits in lower case, compared without their order but for spelling.',
  columns: {
    query: 'position in the session, from 1',
    change: 'first, new, add, drop, substitute, repeat or spelling; null where one of the two has no text, but new after 30 minutes',
    afterMs: 'time since the query before, ms',
  },
  source: 'Sightline, after the usual classes of query reformulation. Needs the query’s text in the log; only words are compared.',
  parameters: { ...SEARCH_DEFAULTS, withinMs: 30 * 60_000 },
  presets: SEARCH_PRESETS,
  example: {
    events: SEARCH,
    value: [
      { query: 1, change: 'first', afterMs: null },
      { query: 2, change: 'add', afterMs: 60_000 },
      { query: 3, change: 'substitute', afterMs: 5_000 },
    ],
  },
  sees: {},
  seesBy: searchSees,
  extras: SEARCH_EXTRAS,
  ends: false,
  begin(rule) {
    const { see, queries } = searchReading(rule);
    return {
      see,
      value: () =>
        queries().map(({ at, text }, index, all): QueryChange => {
          const before = all[index - 1];
          if (!before) return { query: 1, change: 'first', afterMs: null };
          const afterMs = at - before.at;
          if (text !== null && afterMs > rule.withinMs) return { query: index + 1, change: 'new', afterMs };
          const change = text === null || before.text === null ? null : reformulation(before.text, text);
          return { query: index + 1, change, afterMs };
        }),
    };
  },
};
