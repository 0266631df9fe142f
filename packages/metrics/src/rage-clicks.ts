import type { MeasuredEvent, Metric } from './metric.ts';

/** The recording backend's window: 300 ms, not included. */
const WINDOW_MS = 300;

/**
 * Clicks that follow the session's previous click, on the same path, in less than the window.
 *
 * Clicks on `#buy` at 0, 299 and 599 ms → 1: 299 counts, 300 does not. A double click scores 1.
 */
export const rageClicks: Metric<number, { windowMs: number }> = {
  name: 'rage_clicks.seed',
  version: 1,
  title: 'Rage clicks',
  group: 'frustration',
  unit: 'count',
  definition: 'Clicks that follow the previous click, on the same element path, within less than the window (strictly).',
  source: 'The recording backend’s `rage_clicks`.',
  parameters: { windowMs: WINDOW_MS },
  presets: [],
  example: {
    events: [
      [0, 'click', { path: '#buy' }],
      [299, 'click', { path: '#buy' }],
      [599, 'click', { path: '#buy' }],
    ],
    value: 1,
  },
  sees: { click: ['path'] },
  ends: false,
  begin({ windowMs }) {
    let last: MeasuredEvent | undefined;
    let count = 0;
    return {
      see(event) {
        if (event.name !== 'click') return;
        if (last && event.at - last.at < windowMs && last.details.path === event.details.path) count += 1;
        last = event;
      },
      value: () => count,
    };
  },
};
