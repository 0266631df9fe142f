import { accountRoute } from './account/route.ts';
import { auditRoute } from './audit/route.ts';
import { exportsRoute } from './exports/route.ts';
import { flightsRoute } from './flights/route.ts';
import { rulesRoute } from './rules/route.ts';
import { funnelsRoute } from './funnels/route.ts';
import { definitionsRoute, measuresRoute, paperRoute } from './measures/route.ts';
import { pathsRoute } from './paths/route.ts';
import { qualityRoute } from './quality/route.ts';
import { retentionRoute } from './retention/route.ts';
import { heatmapsRoute } from './heatmaps/route.ts';
import { homeRoute } from './home/route.ts';
import { overviewRoute } from './overview/route.ts';
import { pagesRoute } from './pages/route.ts';
import { peopleRoute } from './people/route.ts';
import { personRoute } from './person/route.ts';
import { sessionRoute } from './session/route.ts';
import { sessionsRoute } from './sessions/route.ts';
import { joinRoute } from './join/route.ts';
import { keysRoute } from './keys/route.ts';
import { liveRoute } from './live/route.ts';
import { studyRoute } from './study/route.ts';
import { settingsRoute } from './settings/route.ts';
import { setupRoute } from './setup/route.ts';
import { signInRoute } from './sign-in/route.ts';
import { teamRoute } from './team/route.ts';
import { untDashboardRoute } from './unt-dashboard/route.ts';

/** Pages before anybody is signed in. */
export const openPages = [setupRoute, signInRoute, joinRoute] as const;

/** Pages inside the frame. */
export const framedPages = [
  homeRoute,
  overviewRoute,
  pagesRoute,
  sessionsRoute,
  sessionRoute,
  peopleRoute,
  personRoute,
  untDashboardRoute,
  measuresRoute,
  paperRoute,
  definitionsRoute,
  funnelsRoute,
  pathsRoute,
  retentionRoute,
  qualityRoute,
  heatmapsRoute,
  rulesRoute,
  liveRoute,
  studyRoute,
  exportsRoute,
  flightsRoute,
  settingsRoute,
  teamRoute,
  keysRoute,
  auditRoute,
  accountRoute,
] as const;
