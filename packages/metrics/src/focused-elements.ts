import { fixationMs } from './fixation-time.ts';
import type { Metric } from './metric.ts';

/** One element's share of the gaze. */
export interface FocusedElement {
  /** As the page named it; `unknown` where it did not. */
  element: unknown;
  timeMs: number;
  /** Share of all fixation time, 0 to 1. */
  share: number;
}

/**
 * The elements looked at longest: summed fixation time and its share of the whole; equal times in order of first look.
 *
 * price 300 ms, title 100 ms → price 0.75, title 0.25.
 */
export const focusedElements: Metric<FocusedElement[], { most: number }> = {
  name: 'focused_elements',
  version: 1,
  title: 'Elements looked at longest',
  group: 'gaze',
  unit: 'ms',
  definition:
    'The 5 elements with the largest summed fixation time, with their share of all fixation time; equal ones in order of the first look. Fixations without an element count as one named “unknown”.',
  source: 'The recording backend’s `top_focused_elements`.',
  columns: { element: 'name, as the page gave it', timeMs: 'summed fixation time, ms', share: 'share of all fixation time, 0 to 1' },
  parameters: { most: 5 },
  presets: [],
  example: {
    events: [
      [0, 'gaze_fixation', { element: 'title', duration_ms: 100 }],
      [300, 'gaze_fixation', { element: 'price', duration_ms: 300 }],
    ],
    value: [
      { element: 'price', timeMs: 300, share: 0.75 },
      { element: 'title', timeMs: 100, share: 0.25 },
    ],
  },
  sees: { gaze_fixation: ['element', 'duration_ms'] },
  ends: false,
  begin({ most }) {
    const times = new Map<unknown, number>();
    let total = 0;
    return {
      see({ name, details }) {
        if (name !== 'gaze_fixation') return;
        const element = 'element' in details ? details.element : 'unknown';
        const ms = fixationMs(details);
        times.set(element, (times.get(element) ?? 0) + ms);
        total += ms;
      },
      value: () =>
        [...times]
          .toSorted(([, a], [, b]) => b - a)
          .slice(0, most)
          .map(([element, timeMs]) => ({ element, timeMs, share: total > 0 ? timeMs / total : 0 })),
    };
  },
};
