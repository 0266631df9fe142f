import type { Metric } from '../metric.ts';
import { lengthOf } from './intervals.ts';
import { covered, type PresenceLevel } from './lanes.ts';
import { IDLE_MS, presenceReading } from './presence-reading.ts';

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
  unit: 'ms',
  parameters: { idleMs: IDLE_MS },
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
