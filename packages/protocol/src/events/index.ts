import type { Static } from 'typebox';
import { actionFiredDetails } from './action-fired.ts';
import { clickDetails } from './click.ts';
import { elementInViewDetails } from './element-in-view.ts';
import { gazeFixationDetails } from './gaze-fixation.ts';
import { outboxChangedDetails } from './outbox-changed.ts';
import { pageLeftDetails } from './page-left.ts';
import { pageViewDetails } from './page-view.ts';
import { presenceDetails } from './presence.ts';
import { startedDetails } from './started.ts';
import { trackerFailedDetails } from './tracker-failed.ts';

/** The events Sightline gives a meaning to, by name, with the schema of their details. Any other name is the page's own. */
export const EVENTS = {
  started: startedDetails,
  pageView: pageViewDetails,
  pageLeft: pageLeftDetails,
  click: clickDetails,
  gaze_fixation: gazeFixationDetails,
  presence: presenceDetails,
  elementInView: elementInViewDetails,
  actionFired: actionFiredDetails,
  outboxChanged: outboxChangedDetails,
  trackerFailed: trackerFailedDetails,
} as const;

export type EventName = keyof typeof EVENTS;
export type DetailsOf<Name extends EventName> = Static<(typeof EVENTS)[Name]>;
