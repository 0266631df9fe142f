import type { Metric } from './metric.ts';
import { lengthOf } from './presence/intervals.ts';
import { covered } from './presence/lanes.ts';
import { IDLE_MS, PRESENCE_EXTRAS, PRESENCE_SEES, presenceReading } from './presence/presence-reading.ts';

/**
 * Whether Google Analytics 4 would call the session engaged: over 10 s in the foreground, or two page views, or a key event.
 *
 * One page view focused for 10,000 ms → no; for 10,001 ms → yes. Null where only focus would decide and nothing told of it.
 */
export const engagedGa4: Metric<boolean | null, { foregroundMs: number; pageViews: number; keyEvents: string[]; idleMs: number }> = {
  name: 'engaged_ga4',
  version: 1,
  title: 'Engaged (as GA4)',
  group: 'time',
  unit: 'yes/no',
  definition: 'More than 10 s of focused time, or at least two page views, or at least one key event.',
  source: 'Google Analytics 4, documentation of engaged sessions.',
  parameters: { foregroundMs: 10_000, pageViews: 2, keyEvents: [], idleMs: IDLE_MS },
  presets: [],
  example: {
    events: [[10_001, 'presence', { state: 'focused', lengthMs: 10_001 }]],
    value: true,
  },
  sees: PRESENCE_SEES,
  extras: PRESENCE_EXTRAS,
  ends: false,
  begin({ foregroundMs, pageViews, keyEvents, idleMs }, common) {
    const reading = presenceReading({ idleMs }, common);
    let views = 0;
    let hasKeyEvent = false;
    return {
      see(event) {
        reading.see(event);
        if (event.name === 'pageView') views += 1;
        hasKeyEvent ||= keyEvents.includes(event.name);
      },
      value() {
        if (hasKeyEvent || views >= pageViews) return true;
        const { lanes, levels } = reading.lanes();
        if (!levels.includes('focused')) return null;
        return (
          lengthOf(
            covered(
              lanes.flatMap(({ spells }) => spells),
              'focused',
            ),
          ) > foregroundMs
        );
      },
    };
  },
};
