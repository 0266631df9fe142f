import type { Metric } from './metric.ts';
import { IDLE_MS, presenceReading } from './presence/presence-reading.ts';

/** Whether the session's times of presence were measured by the tracker or derived from the times of other events. */
export const presenceSource: Metric<'measured' | 'derived', { idleMs: number }> = {
  name: 'presence_source',
  version: 1,
  title: 'Presence',
  unit: 'text',
  definition:
    '“measured” where the tracker told intervals of presence; “derived” where times of presence come from the times of other events.',
  source: 'Sightline',
  parameters: { idleMs: IDLE_MS },
  begin(parameters, common) {
    const reading = presenceReading(parameters, common);
    return { see: reading.see, value: () => reading.lanes().source };
  },
};
