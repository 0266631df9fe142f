import { clicks } from './clicks.ts';
import type { Metric } from './metric.ts';
import { sessionDuration } from './session-duration.ts';

const MINUTE_MS = 60_000;

/**
 * Clicks divided by the session's duration, per minute; 0 for a session without duration.
 *
 * 5 clicks in 2 minutes → 2.5.
 */
export const clicksPerMinute: Metric<number> = {
  name: 'clicks_per_minute',
  version: 1,
  title: 'Clicks per minute',
  group: 'activity',
  unit: '1/min',
  definition: 'Number of clicks divided by the session’s duration in minutes; 0 where the duration is 0.',
  source: 'The recording backend’s `interaction_velocity`.',
  parameters: {},
  presets: [],
  example: {
    events: [
      [0, 'click'],
      [1_000, 'click'],
      [120_000, 'pageLeft'],
    ],
    value: 1,
  },
  sees: { click: [] },
  ends: true,
  begin() {
    const count = clicks.begin({});
    const duration = sessionDuration.begin({});
    return {
      see(event) {
        count.see(event);
        duration.see(event);
      },
      value: () => (duration.value() > 0 ? (count.value() / duration.value()) * MINUTE_MS : 0),
    };
  },
};
