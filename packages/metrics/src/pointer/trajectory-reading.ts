import type { TabId } from '@sightline/protocol';
import { eventPattern, patternSees } from '../event-pattern.ts';
import type { MeasuredEvent, Sees } from '../metric.ts';
import { CURSOR_SEES, cursorSamples, type Sample } from './cursor-samples.ts';

/** Where trajectories begin and end. */
export type TrajectoryRule = {
  /** Events that begin one. */
  begin: readonly string[];
  /** Events that end one. */
  end: readonly string[];
  /** How often the tracker tells positions: in a longer gap the pointer stood still until that long before the next. */
  everyMs: number;
};

export const trajectorySees = ({ begin, end }: Pick<TrajectoryRule, 'begin' | 'end'>): Sees => ({
  ...patternSees([...begin, ...end]),
  ...CURSOR_SEES,
});

/** Cuts each tab's pointer positions into trajectories, handed over as they end. One that is begun again before its end is dropped. */
export function trajectoryReading({ begin, end, everyMs }: TrajectoryRule, take: (path: Sample[]) => void) {
  const begins = eventPattern(begin);
  const ends = eventPattern(end);
  const open = new Map<TabId, Sample[]>();

  const move = (path: Sample[], at: number, x: number, y: number) => {
    const last = path.at(-1);
    if (last && at < last.at) return;
    if (last?.at === at) path.pop();
    else if (last && at - last.at > everyMs && (last.x !== x || last.y !== y)) path.push({ at: at - everyMs, x: last.x, y: last.y });
    path.push({ at, x, y });
  };

  return (event: MeasuredEvent) => {
    const path = open.get(event.tab);
    if (event.name === 'cursorTracking') {
      if (path) cursorSamples(event, (at, x, y) => move(path, at, x, y));
      return;
    }
    if (path && ends(event)) {
      if (path.length > 1) take(path);
      open.delete(event.tab);
    }
    if (begins(event)) open.set(event.tab, []);
  };
}
