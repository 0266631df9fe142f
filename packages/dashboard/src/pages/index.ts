import { flightsRoute } from './flights/route.ts';
import { rulesRoute } from './rules/route.ts';
import { heatmapsRoute } from './heatmaps/route.ts';
import { homeRoute } from './home/route.ts';
import { overviewRoute } from './overview/route.ts';
import { pagesRoute } from './pages/route.ts';
import { peopleRoute } from './people/route.ts';
import { personRoute } from './person/route.ts';
import { sessionRoute } from './session/route.ts';
import { sessionsRoute } from './sessions/route.ts';
import { settingsRoute } from './settings/route.ts';
import { setupRoute } from './setup/route.ts';
import { signInRoute } from './sign-in/route.ts';
import { untDashboardRoute } from './unt-dashboard/route.ts';

/** Pages before anybody is signed in. */
export const openPages = [setupRoute, signInRoute] as const;

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
  heatmapsRoute,
  rulesRoute,
  flightsRoute,
  settingsRoute,
] as const;
