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
  unit: 'count',
  definition: 'Number of click events, on whatever element.',
  source: 'The recording backend’s `total_clicks`.',
  parameters: {},
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
