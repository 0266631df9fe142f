import { NEW_STUDY, type StudySettings } from '@sightline/protocol';

/** A flight run as a study, without conditions. */
export const STUDY: StudySettings = {
  ...NEW_STUDY,
  slug: 'kiln',
  url: 'https://example.org/',
  assignment: 'none',
  conditions: [],
  blockSize: 1,
};
