import type { Metric } from './metric.ts';
import { LAND_WITHIN_MS, clickDwells, dwellSees, type DwellRule } from './search/click-dwell.ts';
import { DWELL } from './search/dwell-example.ts';
import { SEARCH_DEFAULTS, SEARCH_EXTRAS, SEARCH_PRESETS } from './search/search-reading.ts';

type Rule = DwellRule & { satMs: number; dwell: 'client' | 'server' | 'trail'; last: boolean };

/**
 * Clicks that satisfied, as far as dwell time can say.
 *
 * Landing page visible for 30,000 ms → counts; for 29,999 ms → only as the last click.
 */
export const searchSatClicks: Metric<number, Rule> = {
  name: 'search_sat_clicks',
  version: 1,
  title: 'SAT clicks',
  group: 'search',
  unit: 'count',
  definition: 'Number of clicks on results with a dwell (client) of at least 30 s, or that are the session’s last click on a result.',
  source: 'Fox et al., 2005.',
  parameters: { ...SEARCH_DEFAULTS, landWithinMs: LAND_WITHIN_MS, satMs: 30_000, dwell: 'client', last: true },
  presets: [
    ...SEARCH_PRESETS,
    { name: 'server', source: 'Dwell to the next search event, as from server logs.', parameters: { dwell: 'server' } },
    { name: 'trail', source: 'Dwell to the return to the results.', parameters: { dwell: 'trail' } },
  ],
  example: { events: DWELL, value: 2 },
  sees: {},
  seesBy: dwellSees,
  extras: SEARCH_EXTRAS,
  ends: false,
  begin(rule) {
    const { see, dwells } = clickDwells(rule);
    const field = `${rule.dwell}Ms` as const;
    return {
      see,
      value: () => dwells().filter((one, index, all) => (one[field] ?? -1) >= rule.satMs || (rule.last && index === all.length - 1)).length,
    };
  },
};
