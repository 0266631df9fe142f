import type { Metric } from './metric.ts';
import { LAND_WITHIN_MS, clickDwells, dwellSees, type DwellRule } from './search/click-dwell.ts';
import { DWELL } from './search/dwell-example.ts';
import { SEARCH_DEFAULTS, SEARCH_EXTRAS, SEARCH_PRESETS } from './search/search-reading.ts';

/**
 * Clicks on results that were taken back at once.
 *
 * Back at the results after 9,999 ms → 1; after 10,000 ms → 0.
 */
export const searchPogoSticks: Metric<number, DwellRule & { withinMs: number }> = {
  name: 'search_pogo_sticks',
  version: 1,
  title: 'Pogo-sticking',
  group: 'search',
  unit: 'count',
  definition: 'Number of clicks on results that were followed by a return to the results, or by the next search event, in less than 10 s.',
  source: 'Sightline; the term is common, a threshold is not.',
  parameters: { ...SEARCH_DEFAULTS, landWithinMs: LAND_WITHIN_MS, withinMs: 10_000 },
  presets: SEARCH_PRESETS,
  example: { events: DWELL, value: 1 },
  sees: {},
  seesBy: dwellSees,
  extras: SEARCH_EXTRAS,
  ends: false,
  begin(rule) {
    const { see, dwells } = clickDwells(rule);
    return { see, value: () => dwells().filter(({ trailMs }) => trailMs !== null && trailMs < rule.withinMs).length };
  },
};
