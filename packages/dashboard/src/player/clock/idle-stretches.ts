import { difference, union, type Interval, type Lane } from '@sightline/metrics';

/** Shorter ones are watched: what a person does between two actions says something. */
export const LEAST_IDLE_MS = 10_000;
/** Seen before somebody acts again, so that the action does not come out of nowhere. */
const LEAD_MS = 1_000;

/**
 * The stretches of a session in which nobody was active in any tab. Where nothing tells of activity, those in which
 * nothing was recorded.
 */
export function idleStretches({ from, to, lanes, recorded }: Idleness): Interval[] {
  const active = union(lanes.flatMap(({ spells }) => spells.filter(({ state }) => state === 'active')));
  return difference([{ from, to }], active.length > 0 ? active : union(recorded))
    .filter((stretch) => stretch.to - stretch.from > LEAST_IDLE_MS)
    .map((stretch) => ({ from: stretch.from, to: stretch.to - LEAD_MS }));
}

/** Where a playhead in one of the stretches is to go on; nothing where it is in none. */
export const endOfIdleness = (stretches: readonly Interval[], at: number): number | undefined =>
  stretches.find(({ from, to }) => at >= from && at < to)?.to;

export interface Idleness extends Interval {
  lanes: readonly Pick<Lane, 'spells'>[];
  /** When something was recorded at all. */
  recorded: readonly Interval[];
}
