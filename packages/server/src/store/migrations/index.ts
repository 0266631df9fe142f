import { behaviour } from './0001-behaviour.ts';
import { refusedOnce } from './0002-refused-once.ts';
import { recordings } from './0003-recordings.ts';
import { measures } from './0004-measures.ts';
import { heat } from './0005-heat.ts';
import { derived } from './0007-derived.ts';
import { presenceTimes } from './0006-presence-times.ts';
import { landmarks } from './0008-landmarks.ts';
import { checkpointSizes } from './0010-checkpoint-sizes.ts';
import { erased } from './0020-erased.ts';
import { sessions } from './0021-sessions.ts';
import { complaints } from './0022-complaints.ts';
import { places } from './0025-places.ts';
import { clicksAndLosses } from './0026-clicks-and-losses.ts';
import { readings } from './0027-readings.ts';
import { noLandmarks } from './0028-no-landmarks.ts';
import { tighterEvents } from './0029-tighter-events.ts';
import type { Migration } from './migration.ts';

/** The schema's steps in order. */
export const MIGRATIONS: readonly Migration[] = [
  behaviour, //
  refusedOnce,
  recordings,
  measures,
  heat,
  derived,
  presenceTimes,
  landmarks,
  checkpointSizes,
  erased,
  sessions,
  complaints,
  places,
  clicksAndLosses,
  readings,
  noLandmarks,
  tighterEvents,
];
