/** The time of an event on both of the page's clocks. */
export interface Moment {
  /** Wall clock, ms since 1970. */
  timestamp: number;
  /** Monotonic clock, ms since the document's origin. */
  at: number;
  /** How often the two clocks have jumped apart in this document. */
  epoch: number;
}

/** A larger jump between the clocks means sleep or a changed wall clock; smaller ones are rounding and slewing. */
export const JUMP_MS = 250;

export interface Clocks {
  wall(): number;
  monotonic(): number;
}

/** Reads both clocks, and notices when they jump apart. */
export function createClock({ wall, monotonic }: Clocks): (at?: number) => Moment {
  let offset = wall() - monotonic();
  let epoch = 0;
  return (given = -1) => {
    const now = monotonic();
    const apart = wall() - now;
    if (Math.abs(apart - offset) > JUMP_MS) {
      epoch += 1;
      offset = apart;
    }
    // Scripts can make events with any `timeStamp`; old engines count it from 1970.
    const at = given >= 0 && given <= now ? given : now;
    return { timestamp: Math.round(apart + at), at, epoch };
  };
}
