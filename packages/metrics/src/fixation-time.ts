import type { Metric } from './metric.ts';

/**
 * Sum of the durations of all `gaze_fixation` events, in milliseconds.
 *
 * Fixations of 200 and 350 ms → 550.
 */
export const fixationTime: Metric<number> = {
  name: 'fixation_time',
  version: 1,
  title: 'Fixation time',
  group: 'gaze',
  unit: 'ms',
  definition: 'Sum of the durations of all gaze fixations.',
  source: 'The recording backend’s `total_fixation_time_ms`.',
  parameters: {},
  presets: [],
  example: {
    events: [
      [0, 'gaze_fixation', { element: 'price', duration_ms: 200 }],
      [300, 'gaze_fixation', { element: 'title', duration_ms: 350 }],
    ],
    value: 550,
  },
  sees: { gaze_fixation: ['duration_ms'] },
  ends: false,
  begin() {
    let total = 0;
    return {
      see({ name, details }) {
        if (name === 'gaze_fixation') total += fixationMs(details);
      },
      value: () => total,
    };
  },
};

/** A fixation's duration; 0 where none was given. */
export const fixationMs = ({ duration_ms: duration }: { duration_ms?: unknown }): number =>
  typeof duration === 'number' && Number.isFinite(duration) ? duration : 0;
