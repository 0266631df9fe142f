import type { Metric } from './metric.ts';
import { IDLE_MS, PRESENCE_EXTRAS, PRESENCE_SEES, presenceReading } from './presence/presence-reading.ts';

/** Whether the session's times of presence were measured by the tracker or derived from the times of other events. */
export const presenceSource: Metric<'measured' | 'derived', { idleMs: number }> = {
  name: 'presence_source',
  version: 1,
  title: 'Presence',
  group: 'time',
  unit: 'text',
  definition:
    '“measured” where the tracker told intervals of presence; “derived” where times of presence come from the times of other events.',
  source: 'Sightline',
  parameters: { idleMs: IDLE_MS },
  presets: [],
  example: {
    events: [[1_000, 'presence', { state: 'active', lengthMs: 1_000 }]],
    value: 'measured',
  },
  sees: PRESENCE_SEES,
  extras: PRESENCE_EXTRAS,
  ends: false,
  begin(parameters, common) {
    const reading = presenceReading(parameters, common);
    return { see: reading.see, value: () => reading.lanes().source };
  },
};
