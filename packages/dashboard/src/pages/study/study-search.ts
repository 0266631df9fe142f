import { PARTICIPANT_STATES } from './participant-states.ts';

/** The parts of the study page. */
export const STUDY_VIEWS = ['participants', 'links', 'consent', 'setup'] as const;
export type StudyView = (typeof STUDY_VIEWS)[number];

/** What the study page shows, as its URL says it. */
export interface StudySearch {
  view?: StudyView;
  find?: string;
  state?: (typeof PARTICIPANT_STATES)[number];
  open?: string;
}
