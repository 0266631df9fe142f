/** A moment that is behind is caught up with in about this long … */
const CATCH_UP_MS = 700;
/** … unless it is so far that a jump is better. */
const JUMP_BEHIND_MS = 8_000;
const FASTEST = 8;
/** A speed is kept for a while: each change of it is one for the replay, too. */
const STEPS = 4;

/** How fast time has to run to be soon at a moment that is so far ahead; or that it had better jump there. */
export function paceToEnd(behindMs: number): number | 'jump' {
  if (behindMs > JUMP_BEHIND_MS) return 'jump';
  return Math.min(FASTEST, 1 + Math.max(0, Math.floor((behindMs / CATCH_UP_MS) * STEPS) / STEPS));
}
