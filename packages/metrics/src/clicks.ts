import type { Metric } from './metric.ts';

/**
 * Number of `click` events.
 *
 * click, pageView, click → 2.
 */
export const clicks: Metric<number> = {
  name: 'clicks',
  version: 1,
  title: 'Clicks',
  group: 'activity',
  unit: 'count',
  definition: 'Number of click events, on whatever element.',
  source: 'The recording backend’s `total_clicks`.',
  parameters: {},
  presets: [],
  example: {
    events: [
      [0, 'click'],
      [1, 'pageView'],
      [2, 'click'],
    ],
    value: 2,
  },
  sees: { click: [] },
  ends: false,
  begin() {
    let count = 0;
    return {
      see({ name }) {
        if (name === 'click') count += 1;
      },
      value: () => count,
    };
  },
};
