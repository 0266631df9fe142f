import { fixationMs } from '../fixation-time.ts';
import { givenText } from '../given.ts';
import type { MeasuredEvent, Sees } from '../metric.ts';

/** How fixations are told. */
export type GazeRule = {
  /** Whether an event's time is the fixation's beginning or its end. */
  stamped: 'start' | 'end';
  /** Names that mean no area at all. */
  outside: readonly string[];
};

export const GAZE_DEFAULTS: GazeRule = { stamped: 'start', outside: ['unknown'] };

export const GAZE_PRESETS = [
  {
    name: 'stamped at the end',
    source: 'For trackers that tell a fixation when it is over, with that time.',
    parameters: { stamped: 'end' },
  },
] as const;

export const GAZE_SEES: Sees = { gaze_fixation: ['element', 'duration_ms'] };

/** One fixation; `area` is null outside of every area. */
export interface Fixation {
  at: number;
  ms: number;
  area: string | null;
}

/** The fixation that an event tells. */
export function fixationOf({ at, details }: MeasuredEvent, { stamped, outside }: GazeRule): Fixation {
  const area = givenText(details, 'element') ?? null;
  const ms = fixationMs(details);
  return { at: stamped === 'end' ? at - ms : at, ms, area: area !== null && outside.includes(area) ? null : area };
}

/** Reads a session's fixations in order of their beginning. */
export function fixations(rule: GazeRule): { see(event: MeasuredEvent): void; all(): Fixation[] } {
  const seen: Fixation[] = [];
  return {
    see(event) {
      if (event.name === 'gaze_fixation') seen.push(fixationOf(event, rule));
    },
    all: () => (rule.stamped === 'end' ? seen.toSorted((a, b) => a.at - b.at) : seen),
  };
}
