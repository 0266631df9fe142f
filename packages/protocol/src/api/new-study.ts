import type { StudySettings } from './participants.ts';

/** What a study begins with, but for its name and where it leads: two conditions, in blocks of four, and the names that most questionnaires use. */
export const NEW_STUDY: Omit<StudySettings, 'slug' | 'url'> = {
  assignment: 'block',
  conditions: [
    { name: 'A', quota: null },
    { name: 'B', quota: null },
  ],
  blockSize: 4,
  openToAll: false,
  participantParameter: 'participant',
  conditionParameter: 'condition',
  orderParameter: 'order',
  stepField: null,
  completedEvent: null,
  droppedAfterMinutes: 30,
  completionUrl: null,
  completionCode: null,
};
