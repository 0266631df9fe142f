import type { Metric } from './metric.ts';
import { AWAY_SEES, awayReading } from './quality/away-reading.ts';

/**
 * How often the person went elsewhere and came back.
 *
 * Focus lost at 0 and back at 250 ms → 1; at 249 ms → 0.
 */
export const focusLosses: Metric<number, { leastMs: number }> = {
  name: 'focus_losses',
  version: 1,
  title: 'Focus losses',
  group: 'quality',
  unit: 'count',
  definition:
    'Number of times that no tab of the site had the focus for at least 250 ms, until one had it again. The tab that has it is the last that told so, by a click too.',
  source: 'As jsPsych’s record of blur and focus; over all tabs.',
  parameters: { leastMs: 250 },
  presets: [],
  example: {
    events: [
      [0, 'viewportFocusChange', { hasFocus: false }],
      [5_000, 'viewportFocusChange', { hasFocus: true }],
    ],
    value: 1,
  },
  sees: AWAY_SEES,
  ends: false,
  begin({ leastMs }) {
    const { see, stays } = awayReading(leastMs);
    return { see, value: () => stays().length };
  },
};
