/** How much a recorder takes of a page: the steps it can thin out by. */
export interface Step {
  /** How long changes of the page are gathered; 0 where each is told at once. */
  everyMs: number;
  /** One place of the pointer in so many is kept. */
  moves: number;
  /** How long lies between two pictures of a canvas. */
  picturesEveryMs: number;
}

/** From everything to little; a change that lasts shorter than the last step is not seen any more. Twice a second is what a canvas is worth. */
export const STEPS: readonly [Step, ...Step[]] = [
  { everyMs: 0, moves: 1, picturesEveryMs: 500 },
  { everyMs: 500, moves: 2, picturesEveryMs: 1_000 },
  { everyMs: 2_000, moves: 4, picturesEveryMs: 5_000 },
];

/** Recording may take so much of the main thread; it goes back a step where it took far less for a while. */
const MOST = 0.03;
const FAR_LESS = 0.008;
const WINDOW_MS = 5_000;
const CALM_WINDOWS = 4;

export interface Budget {
  step(): Step;
  /** To be called every second or so with both clocks; answers what changed and the share that was measured. */
  look(nowMs: number, spentMs: number): { share: number; thinner: boolean } | undefined;
  /** Something that costs much once, such as a full snapshot, is not held against it. */
  forgive(spentMs: number): void;
}

/** Thins out before recording hurts the page, and goes back once the page is calm. */
export function createBudget(nowMs: number): Budget {
  let level = 0;
  let since = nowMs;
  let spent = 0;
  let calm = 0;
  const last = STEPS.length - 1;
  const [fullest] = STEPS;
  return {
    step: () => STEPS[level] ?? fullest,
    forgive: (ms) => void (spent += ms),
    look(now, spentMs) {
      if (now - since < WINDOW_MS) return undefined;
      const share = Math.max(0, spentMs - spent) / (now - since);
      since = now;
      spent = spentMs;
      calm = share < FAR_LESS ? calm + 1 : 0;
      const before = level;
      if (share > MOST) level = Math.min(level + 1, last);
      else if (calm >= CALM_WINDOWS) level = Math.max(level - 1, 0);
      if (level === before) return undefined;
      calm = 0;
      return { share, thinner: level > before };
    },
  };
}
