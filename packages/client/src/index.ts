import { createCaller, type CallerDeps } from './caller.ts';
import { access } from './resources/access.ts';
import { accounts } from './resources/accounts.ts';
import { applications } from './resources/applications.ts';
import { erasure } from './resources/erasure.ts';
import { exports } from './resources/exports.ts';
import { notes } from './resources/notes.ts';
import { areas } from './resources/areas.ts';
import { derived } from './resources/derived.ts';
import { heatmaps } from './resources/heatmaps.ts';
import { recordings } from './resources/recordings.ts';
import { overview } from './resources/overview.ts';
import { people } from './resources/people.ts';
import { facets } from './resources/facets.ts';
import { journeys } from './resources/journeys.ts';
import { measures } from './resources/measures.ts';
import { quality } from './resources/quality.ts';
import { sessions } from './resources/sessions.ts';
import { views } from './resources/views.ts';
import { studies } from './resources/studies.ts';
import { settings } from './resources/settings.ts';

export { exportFileUrl } from './resources/exports.ts';
export { assetUrl } from './resources/recordings.ts';
export { Refused } from './refused.ts';
export { Unreachable } from './unreachable.ts';
export type { CallerDeps } from './caller.ts';

/** Everything that can be asked of a server, typed by the protocol. */
export type Client = ReturnType<typeof createClient>;

/** A client of one server's query API, one file of `resources/` after the other. */
export function createClient(deps: CallerDeps) {
  const caller = createCaller(deps);
  return {
    ...access(caller),
    ...accounts(caller),
    ...applications(caller),
    ...overview(caller),
    ...people(caller),
    ...facets(caller),
    ...journeys(caller),
    ...measures(caller),
    ...quality(caller),
    ...sessions(caller),
    ...erasure(caller),
    ...exports(caller),
    ...heatmaps(caller),
    ...areas(caller),
    ...derived(caller),
    ...settings(caller),
    ...studies(caller),
    ...recordings(caller),
    ...notes(caller),
    ...views(caller),
  };
}
