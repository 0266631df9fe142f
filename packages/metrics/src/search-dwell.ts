import type { Metric } from './metric.ts';
import { LAND_WITHIN_MS, clickDwells, dwellSees, type ClickDwell, type DwellRule } from './search/click-dwell.ts';
import { DWELL } from './search/dwell-example.ts';
import { SEARCH_DEFAULTS, SEARCH_EXTRAS, SEARCH_PRESETS } from './search/search-reading.ts';

/**
 * How long each clicked result was read, by three measures.
 *
 * Clicked at 5 s, on the landing page for 45 s of which 10 s hidden, back at the results at 150 s → client 35 s, trail 145 s.
 */
export const searchDwell: Metric<ClickDwell[], DwellRule> = {
  name: 'search_dwell',
  version: 1,
  title: 'Result dwell',
  group: 'search',
  unit: 'ms',
  definition:
    'For each click on a result: time to the next search event of the session (server), visible time of the landing page, the first page view that begins within 10 s in the same tab or begins another (client), and time to the return to the address of the results in the same tab or the next search event (trail). Search events are queries, results that were painted and clicks on them.',
  columns: {
    at: 'the click, ms since 1970',
    rank: 'as the page gave it',
    document: 'as the page gave it',
    serverMs: 'click to next search event, ms; null where none came',
    clientMs: 'visible time on the landing page, ms; null where it is not on this site',
    trailMs: 'click to return, ms; null where nobody returned',
  },
  source: 'Comparing Client and Server Dwell Time Estimates, SIGIR 2014.',
  parameters: { ...SEARCH_DEFAULTS, landWithinMs: LAND_WITHIN_MS },
  presets: SEARCH_PRESETS,
  example: {
    events: DWELL,
    value: [
      { at: 5_000, rank: 1, document: null, serverMs: 155_000, clientMs: 35_000, trailMs: 145_000 },
      { at: 160_000, rank: 2, document: null, serverMs: null, clientMs: 4_500, trailMs: 5_000 },
    ],
  },
  sees: {},
  seesBy: dwellSees,
  extras: SEARCH_EXTRAS,
  ends: false,
  begin(rule) {
    const { see, dwells } = clickDwells(rule);
    return { see, value: dwells };
  },
};
