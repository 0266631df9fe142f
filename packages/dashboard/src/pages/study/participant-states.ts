import type { ParticipantState } from '@sightline/protocol';

/** The states in the order in which people go through them; the protocol's own, kept here so that no schemas are loaded for them. */
export const PARTICIPANT_STATES = [
  'invited',
  'declined',
  'started',
  'dropped',
  'completed',
  'excluded',
  'withdrawn',
] as const satisfies readonly ParticipantState[];
