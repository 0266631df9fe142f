import { RAGE_DEFAULTS, RAGE_PRESETS } from './click/rage-presets.ts';
import { RAGE_SEES, rageRuns, type RageRule, type RageRun } from './click/rage-runs.ts';
import type { Metric } from './metric.ts';

/**
 * The rage episodes themselves.
 *
 * Clicks on `#buy` at 0, 400 and 900 ms → one burst of 3 clicks, 900 ms long.
 */
export const rageBursts: Metric<RageRun[], RageRule> = {
  name: 'rage_bursts',
  version: 1,
  title: 'Rage episodes, one by one',
  group: 'frustration',
  unit: 'count',
  definition: 'The runs that rage_episode@1 counts: where and when each began, how many clicks it has and how long it lasted.',
  columns: {
    at: 'first click, ms since 1970',
    target: 'path of the first element, else its name',
    clicks: 'clicks in the run',
    durationMs: 'from the first click to the last, ms',
  },
  source: 'Sightline; the presets follow other tools.',
  parameters: RAGE_DEFAULTS,
  presets: RAGE_PRESETS,
  example: {
    events: [
      [0, 'click', { path: '#buy' }],
      [400, 'click', { path: '#buy' }],
      [900, 'click', { path: '#buy' }],
    ],
    value: [{ at: 0, target: '#buy', clicks: 3, durationMs: 900 }],
  },
  sees: RAGE_SEES,
  ends: false,
  begin(rule) {
    const { see, runs } = rageRuns(rule);
    return { see, value: runs };
  },
};
