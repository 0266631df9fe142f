import type { ParticipantState } from '@sightline/protocol';

/** What is known of somebody's part in a study. */
export interface Participation {
  state: ParticipantState;
  startedAt: number | null;
  completedAt: number | null;
  /** When their sessions last showed something. */
  lastAt: number | null;
}

/** Decisions of people: no session changes them. */
const DECIDED: ReadonlySet<ParticipantState> = new Set(['excluded', 'withdrawn', 'declined', 'completed']);
const MINUTE_MS = 60_000;

/** Where somebody stands now: who went silent dropped out, and is back with the next sign. */
export function participantState(
  { state, startedAt, completedAt, lastAt }: Participation,
  droppedAfterMinutes: number,
  now: number,
): ParticipantState {
  if (DECIDED.has(state)) return state;
  if (completedAt !== null) return 'completed';
  const seen = Math.max(startedAt ?? -Infinity, lastAt ?? -Infinity);
  if (seen === -Infinity) return 'invited';
  return now - seen > droppedAfterMinutes * MINUTE_MS ? 'dropped' : 'started';
}

/** Who holds a place in their condition. */
export const holdsPlace = (state: ParticipantState): boolean => state === 'started' || state === 'completed';
