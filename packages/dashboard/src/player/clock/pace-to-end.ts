/** A running session's end is caught up with in about this long … */
export const CATCH_UP_MS = 700;
/** … unless it is so far that a jump is better. */
const JUMP_BEHIND_MS = 8_000;
const FASTEST = 8;

/** How fast time has to run to be at a running session's end soon, when it is so far behind; or that it had better jump there. */
export function paceToEnd(behindMs: number): number | 'jump' {
  if (behindMs > JUMP_BEHIND_MS) return 'jump';
  return Math.min(FASTEST, Math.max(1, Math.round(behindMs / CATCH_UP_MS)));
}
