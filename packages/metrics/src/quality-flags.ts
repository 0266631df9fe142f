import { clockJumps } from './clock-jumps.ts';
import { droppedEvents } from './dropped-events.ts';
import { focusLosses } from './focus-losses.ts';
import type { Metric } from './metric.ts';
import { pastes } from './pastes.ts';
import { sights } from './sights.ts';
import { timeAway } from './time-away.ts';
import { trackerFailures } from './tracker-failures.ts';
import { untrustedClicks } from './untrusted-clicks.ts';
import { zoomChanges } from './zoom-changes.ts';

/** Something about a session's data that a researcher should look at. */
export interface QualityFlag {
  /** Name of the metric. */
  flag: string;
  value: number;
  threshold: number;
}

const LOOKED_AT: readonly Metric<number>[] = [
  focusLosses as Metric<number>,
  timeAway as Metric<number>,
  untrustedClicks,
  clockJumps,
  droppedEvents,
  zoomChanges,
  pastes,
  trackerFailures,
];

/**
 * What is unusual about a session's data.
 *
 * One click of a script → untrusted_clicks, 1 over 0.
 */
export const qualityFlags: Metric<QualityFlag[], { thresholds: Record<string, number> }> = {
  name: 'quality_flags',
  version: 1,
  title: 'Quality flags',
  group: 'quality',
  unit: 'count',
  definition: 'The quality metrics whose value is above a threshold, each with both; a session without a flag has no row.',
  columns: { flag: 'name of the metric', value: 'its value', threshold: 'what it is above' },
  source: 'Sightline; the thresholds are ours. A metric without a threshold raises no flag.',
  parameters: {
    thresholds: {
      focus_losses: 3,
      time_away: 60_000,
      untrusted_clicks: 0,
      clock_jumps: 0,
      dropped_events: 0,
      zoom_changes: 0,
      pastes: 0,
      tracker_failures: 0,
    },
  },
  presets: [
    {
      name: 'lost data only',
      source: 'What makes other metrics wrong, not what people do.',
      parameters: { thresholds: { clock_jumps: 0, dropped_events: 0, tracker_failures: 0 } },
    },
  ],
  example: { events: [[0, 'click', { path: '#a', trusted: false }]], value: [{ flag: 'untrusted_clicks', value: 1, threshold: 0 }] },
  sees: sights(LOOKED_AT),
  ends: false,
  begin({ thresholds }) {
    const running = LOOKED_AT.filter(({ name }) => Object.hasOwn(thresholds, name)).map((metric) => ({
      flag: metric.name,
      threshold: thresholds[metric.name] ?? 0,
      measurement: metric.begin(metric.parameters),
    }));
    return {
      see(event) {
        for (const { measurement } of running) measurement.see(event);
      },
      value: () =>
        running
          .map(({ flag, threshold, measurement }) => ({ flag, value: measurement.value(), threshold }))
          .filter(({ value, threshold }) => value > threshold),
    };
  },
};
