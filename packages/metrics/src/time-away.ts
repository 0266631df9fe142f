import type { Metric } from './metric.ts';
import { AWAY_SEES, awayReading } from './quality/away-reading.ts';

/**
 * How long the person was elsewhere in all.
 *
 * Focus lost at 0 and back at 5,000 ms → 5,000 ms.
 */
export const timeAway: Metric<number, { leastMs: number }> = {
  name: 'time_away',
  version: 1,
  title: 'Time away',
  group: 'quality',
  unit: 'ms',
  definition:
    'Sum of the times, of at least 250 ms each, in which no tab of the site had the focus, until one had it again. The tab that has it is the last that told so, by a click too.',
  source: 'As jsPsych’s record of blur and focus; over all tabs.',
  parameters: { leastMs: 250 },
  presets: [],
  example: {
    events: [
      [0, 'viewportFocusChange', { hasFocus: false }],
      [5_000, 'viewportFocusChange', { hasFocus: true }],
    ],
    value: 5_000,
  },
  sees: AWAY_SEES,
  ends: false,
  begin({ leastMs }) {
    const { see, stays } = awayReading(leastMs);
    return { see, value: () => stays().reduce((sum, ms) => sum + ms, 0) };
  },
};
