import { RAGE_DEFAULTS, RAGE_PRESETS } from './click/rage-presets.ts';
import { RAGE_SEES, rageRuns, type RageRule } from './click/rage-runs.ts';
import type { Metric } from './metric.ts';

/**
 * Bursts of clicks in one place.
 *
 * Clicks on `#buy` at 0, 1,000 and 2,000 ms → 1: 1,000 ms counts, 1,001 does not.
 */
export const rageEpisodes: Metric<number, RageRule> = {
  name: 'rage_episode',
  version: 1,
  title: 'Rage episodes',
  group: 'frustration',
  unit: 'count',
  definition:
    'Number of maximal runs of at least 3 trusted primary clicks in one page view, each at most 1,000 ms after the previous and on the same element or within 30 px of it. Where `windowMs` is not 0, any `least` successive clicks of a run lie within it. A click is in one run only.',
  source: 'Sightline; the presets follow other tools.',
  parameters: RAGE_DEFAULTS,
  presets: RAGE_PRESETS,
  example: {
    events: [
      [0, 'click', { path: '#buy' }],
      [1_000, 'click', { path: '#buy' }],
      [2_000, 'click', { path: '#buy' }],
      [9_000, 'click', { path: '#buy' }],
    ],
    value: 1,
  },
  sees: RAGE_SEES,
  ends: false,
  begin(rule) {
    const { see, runs } = rageRuns(rule);
    return { see, value: () => runs().length };
  },
};
