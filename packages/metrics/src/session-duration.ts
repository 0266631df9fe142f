import type { Metric } from './metric.ts';

/**
 * Time from a session's first to its last event, in milliseconds.
 *
 * Events at 10:00:00.000 and 10:00:12.500 → 12,500 ms. One event → 0.
 */
export const sessionDuration: Metric<number> = {
  name: 'session_duration',
  version: 1,
  title: 'Session duration',
  group: 'time',
  unit: 'ms',
  definition:
    'Time from the first to the last event of the session. Times of presence count from when a page came, a moment before its first event, and can be longer.',
  source: 'The recording backend’s `duration_sec`.',
  parameters: {},
  presets: [],
  example: {
    events: [
      [1_000, 'pageView'],
      [13_500, 'click'],
    ],
    value: 12_500,
  },
  sees: {},
  ends: true,
  begin() {
    let first: number | undefined;
    let last = 0;
    return {
      see({ at }) {
        first ??= at;
        last = at;
      },
      value: () => last - (first ?? last),
    };
  },
};
