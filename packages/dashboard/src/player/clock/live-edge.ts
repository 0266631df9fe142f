/** How long the latest arrivals say how late the next may be. */
const LATELY_MS = 10_000;
/** What was found again after a crash comes minutes late: nobody waits for that. */
const STRAGGLES_MS = 3_000;
/** Steadier than the latest of them: the next may be a little later still. */
const ROOM_MS = 40;

/**
 * Where a running session is to be watched: as near to what happens now as what is told of it allows without stopping. What is recorded comes in
 * runs, some later than others; behind the latest of the last seconds, time runs on steadily. Of the two clocks, none has to be right.
 */
export function createLiveEdge({ now }: { now: () => number }) {
  let late: { came: number; by: number }[] = [];

  return {
    /** Something came that began at a moment of the session. */
    came(beganAt: number) {
      const came = now();
      late = [...late.filter((one) => one.came > came - LATELY_MS), { came, by: came - beganAt }];
    },
    /** The moment to be shown now; nothing before anything came. */
    at(): number | undefined {
      if (late.length === 0) return undefined;
      const least = Math.min(...late.map(({ by }) => by));
      const most = Math.max(...late.map(({ by }) => Math.min(by, least + STRAGGLES_MS)));
      return now() - most - ROOM_MS;
    },
  };
}
