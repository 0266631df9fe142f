import { fixations, GAZE_DEFAULTS, GAZE_PRESETS, GAZE_SEES, type GazeRule } from './gaze/fixations.ts';
import { transitionCounts, type Transition } from './gaze/transition-counts.ts';
import { visits } from './gaze/visits.ts';
import type { Metric } from './metric.ts';

/**
 * The transition matrix, cell by cell.
 *
 * title, price, title, image → title to price 1 (0.5), price to title 1 (1), title to image 1 (0.5).
 */
export const gazeTransitions: Metric<Transition[], GazeRule & { bridgeMs: number }> = {
  name: 'gaze_transitions',
  version: 1,
  title: 'Gaze transitions',
  group: 'gaze',
  unit: 'count',
  definition:
    'For each ordered pair of areas: how often a visit to the first was followed by a visit to the second, and that number as a share of all ways out of the first; returns to the same area are no transition. Most frequent first, then in order of appearance; visits are those of gaze_areas@1.',
  columns: { from: 'area', to: 'area', count: 'transitions', probability: 'share of the ways out of `from`, 0 to 1' },
  source: 'Standard eye-tracking measure.',
  parameters: { ...GAZE_DEFAULTS, bridgeMs: 0 },
  presets: GAZE_PRESETS,
  example: {
    events: ['title', 'price', 'title', 'image'].map(
      (element, index) => [index * 300, 'gaze_fixation', { element, duration_ms: 200 }] as const,
    ),
    value: [
      { from: 'title', to: 'price', count: 1, probability: 0.5 },
      { from: 'title', to: 'image', count: 1, probability: 0.5 },
      { from: 'price', to: 'title', count: 1, probability: 1 },
    ],
  },
  sees: GAZE_SEES,
  ends: false,
  begin(rule) {
    const { see, all } = fixations(rule);
    return { see, value: () => transitionCounts(visits(all(), rule.bridgeMs)) };
  },
};
