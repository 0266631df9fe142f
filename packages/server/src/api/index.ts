import type { FastifyPluginAsync } from 'fastify';
import { accessGate } from '../auth/access-gate.ts';
import { auditTrail } from '../auth/audit-trail.ts';
import { accessApi } from './access.ts';
import { accountsApi } from './accounts.ts';
import type { ApiDeps } from './api-deps.ts';
import { applicationsApi } from './applications.ts';
import { assetsApi } from './assets.ts';
import { auditApi } from './audit.ts';
import { areasApi } from './areas.ts';
import { builderApi } from './builder.ts';
import { deletionsApi } from './deletions.ts';
import { derivedApi } from './derived.ts';
import { erasureApi } from './erasure.ts';
import { exportsApi } from './exports.ts';
import { facetsApi } from './facets.ts';
import { flightsApi } from './flights.ts';
import { heatmapsApi } from './heatmaps.ts';
import { liveApi } from './live.ts';
import { participantsApi } from './participants.ts';
import { studyApi } from './study.ts';
import { healthApi } from './health.ts';
import { leaveOutExcluded } from './leave-out-excluded.ts';
import { keysApi } from './keys.ts';
import { journeysApi } from './journeys.ts';
import { measureSettingsApi } from './measure-settings.ts';
import { measuresApi } from './measures.ts';
import { notesApi } from './notes.ts';
import { overviewApi } from './overview.ts';
import { ownAccountApi } from './own-account.ts';
import { peopleApi } from './people.ts';
import { presenceApi } from './presence.ts';
import { qualityApi } from './quality.ts';
import { recordingsApi } from './recordings.ts';
import { apiRules } from './rules.ts';
import { sessionNewsApi } from './session-news.ts';
import { sessionsApi } from './sessions.ts';
import { viewsApi } from './views.ts';
import { settingsApi } from './settings.ts';

/** The query API as a Fastify plugin, to be registered under `/api/v1`. */
export const createApi =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (api) => {
    apiRules(api, deps);
    const { access, registry, store } = deps;
    const sessionSummary: typeof store.sessionSummary = (key) => store.sessionSummary(key);
    api.addHook('preHandler', accessGate({ access, registry, sessionSummary }));
    api.addHook('preHandler', leaveOutExcluded(registry));
    api.addHook('onResponse', auditTrail({ registry, sessionSummary, log: api.log, now: Date.now }));
    for (const resource of resources) await api.register(resource(deps));
  };

const resources = [
  accountsApi,
  ownAccountApi,
  accessApi,
  keysApi,
  auditApi,
  applicationsApi,
  flightsApi,
  deletionsApi,
  settingsApi,
  builderApi,
  studyApi,
  participantsApi,
  liveApi,
  sessionsApi,
  presenceApi,
  recordingsApi,
  sessionNewsApi,
  assetsApi,
  overviewApi,
  peopleApi,
  erasureApi,
  notesApi,
  viewsApi,
  healthApi,
  exportsApi,
  heatmapsApi,
  areasApi,
  derivedApi,
  facetsApi,
  measuresApi,
  journeysApi,
  measureSettingsApi,
  qualityApi,
];
