import type { StudySettings } from '@sightline/protocol';

/** A flight run as a study, as little as can be said. */
export const STUDY: StudySettings = {
  slug: 'kiln',
  url: 'https://example.org/',
  assignment: 'none',
  conditions: [],
  blockSize: 1,
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
