import type { Metric } from './metric.ts';
import { difference, type Interval } from './presence/intervals.ts';
import { covered, type Lanes } from './presence/lanes.ts';
import { IDLE_MS, PRESENCE_EXTRAS, PRESENCE_SEES, presenceReading } from './presence/presence-reading.ts';

/** The article's idle limit; also the least that browsers' own idle detection allows. */
const LIMIT_MS = 60_000;

/**
 * Stretches of focused time without input that are longer than the limit.
 *
 * Focused, last input at 0 s, next at 60.001 s → 1; next at 60 s → 0.
 */
export const idleEpisodes: Metric<number | null, { limitMs: number; idleMs: number }> = {
  name: 'idle_episodes',
  version: 1,
  title: 'Idle episodes',
  group: 'time',
  unit: 'count',
  definition:
    'Number of stretches longer than 60 s in which some tab has the focus throughout and no tab a trusted input; the next input ends one, and so do losing the focus and the end of the session.',
  source: 'The article on exact time on site (`IdleTimeout`).',
  parameters: { limitMs: LIMIT_MS, idleMs: IDLE_MS },
  presets: [],
  example: {
    events: [
      [1_000, 'presence', { state: 'active', lengthMs: 1_000 }],
      [61_001, 'presence', { state: 'focused', lengthMs: 60_001 }],
      [62_000, 'presence', { state: 'active', lengthMs: 999 }],
    ],
    value: 1,
  },
  sees: PRESENCE_SEES,
  extras: PRESENCE_EXTRAS,
  ends: false,
  begin(parameters, common) {
    const reading = presenceReading(parameters, common);
    return {
      see: reading.see,
      value() {
        const lanes = reading.lanes();
        return lanes.levels.includes('focused') ? idleStretches(lanes, parameters.limitMs).length : null;
      },
    };
  },
};

/** The idle episodes themselves. */
export function idleStretches({ lanes }: Pick<Lanes, 'lanes'>, limitMs = LIMIT_MS): Interval[] {
  const spells = lanes.flatMap((lane) => lane.spells);
  return difference(covered(spells, 'focused'), covered(spells, 'active')).filter(({ from, to }) => to - from > limitMs);
}
