import type { ExampleEvent, Metric } from '../metric.ts';
import { lengthOf } from './intervals.ts';
import { covered, type PresenceLevel } from './lanes.ts';
import { IDLE_MS, PRESENCE_EXTRAS, PRESENCE_SEES, presenceReading } from './presence-reading.ts';

/** What distinguishes one kind of presence from the others. */
export interface PresenceKind {
  level: PresenceLevel;
  name: string;
  title: string;
  definition: string;
  source: string;
}

/**
 * The metric of one kind of presence: the length of the union over tabs, never the sum. Null where the session's dialect cannot tell.
 *
 * Two tabs visible from 0 to 10 s and from 5 to 20 s → 20,000 ms.
 */
export const presenceTime = ({ level, ...words }: PresenceKind): Metric<number | null, { idleMs: number }> => ({
  ...words,
  version: 1,
  group: 'time',
  unit: 'ms',
  parameters: { idleMs: IDLE_MS },
  presets: [],
  example: { events: EXAMPLE, value: EXAMPLE_MS[level] },
  sees: PRESENCE_SEES,
  extras: PRESENCE_EXTRAS,
  ends: false,
  begin(parameters, common) {
    const reading = presenceReading(parameters, common);
    return {
      see: reading.see,
      value() {
        const { lanes, levels } = reading.lanes();
        if (!levels.includes(level)) return null;
        return Math.round(
          lengthOf(
            covered(
              lanes.flatMap(({ spells }) => spells),
              level,
            ),
          ),
        );
      },
    };
  },
});

const EXAMPLE: readonly ExampleEvent[] = [
  [5_000, 'presence', { state: 'active', lengthMs: 5_000 }],
  [8_000, 'presence', { state: 'focused', lengthMs: 3_000 }],
  [10_000, 'presence', { state: 'visible', lengthMs: 2_000 }],
  [14_000, 'presence', { state: 'hidden', lengthMs: 4_000 }],
];
const EXAMPLE_MS: Record<PresenceLevel, number> = { open: 14_000, visible: 10_000, focused: 8_000, active: 5_000 };
