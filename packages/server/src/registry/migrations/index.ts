import type { Migration } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';
import { flights } from './0001-flights.ts';
import { people } from './0002-people.ts';
import { accounts } from './0003-accounts.ts';
import { notes } from './0004-notes.ts';
import { settings } from './0005-settings.ts';
import { exportJobs } from './0006-exports.ts';
import { participants } from './0007-participants.ts';
import { lifecycle } from './0008-lifecycle.ts';
import { areas } from './0009-areas.ts';
import { derivedRules } from './0011-derived-rules.ts';
import { mergedPeople } from './0010-merged-people.ts';
import { access } from './0011-access.ts';
import { measures } from './0012-measures.ts';
import { savedViews } from './0013-saved-views.ts';
import { erasedVisitors } from './0020-erased-visitors.ts';

/** The schema's history, oldest first. A migration that was released is never changed; write the next one. */
export const migrations = (kind: DatabaseKind): Record<string, Migration> => ({
  '0001-flights': flights,
  '0002-people': people,
  '0003-accounts': accounts(kind),
  '0004-notes': notes,
  '0005-settings': settings,
  '0006-exports': exportJobs,
  '0007-participants': participants,
  '0008-lifecycle': lifecycle,
  '0009-areas': areas,
  '0010-merged-people': mergedPeople,
  '0011-derived-rules': derivedRules,
  '0011-access': access(kind),
  '0012-measures': measures,
  '0013-saved-views': savedViews,
  '0020-erased-visitors': erasedVisitors,
});
