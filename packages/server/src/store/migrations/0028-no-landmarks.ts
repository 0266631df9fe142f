import type { Migration } from './migration.ts';

/**
 * Landmarks stood once more in a table of their own, for ways, funnels and filters. Those read them from where sessions are folded now; of the few sessions
 * that are not folded yet, `events` tells them. A twentieth of what an event took, and of what loading it cost.
 */
export const noLandmarks: Migration = {
  number: 28,
  name: 'no-landmarks',
  statements: ['DROP VIEW IF EXISTS incoming_landmarks', 'DROP TABLE IF EXISTS landmarks'],
};
