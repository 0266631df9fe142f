import type { Studies } from './in-browser.ts';

/** What studies set that no preset does, by metric and by a name for it. */
export const STUDIES: Studies = {
  ...Object.fromEntries(
    ['viewed', 'started', 'completed', 'abandoned', 'abandon_field', 'time_to_first', 'fields'].map((name) => [
      `form_${name}`,
      { checkout: { form: 'checkout' }, signup: { form: 'signup' } },
    ]),
  ),
  ...Object.fromEntries(['areas', 'transitions', 'entropy'].map((name) => [`gaze_${name}`, { bridged: { bridgeMs: 100 } }])),
  engaged_ga4: { 'key events': { foregroundMs: 10 ** 9, pageViews: 10 ** 9, keyEvents: ['results'] } },
  derived_events: { 'one name': { names: ['FILTER'] } },
  dead_click: { impatient: { mutationMs: -1, repeatMs: 500 } },
};
