import type { FastifyPluginAsync } from 'fastify';
import { accountsApi } from './accounts.ts';
import type { ApiDeps } from './api-deps.ts';
import { applicationsApi } from './applications.ts';
import { assetsApi } from './assets.ts';
import { areasApi } from './areas.ts';
import { builderApi } from './builder.ts';
import { deletionsApi } from './deletions.ts';
import { derivedApi } from './derived.ts';
import { exportsApi } from './exports.ts';
import { facetsApi } from './facets.ts';
import { flightsApi } from './flights.ts';
import { heatmapsApi } from './heatmaps.ts';
import { healthApi } from './health.ts';
import { notesApi } from './notes.ts';
import { overviewApi } from './overview.ts';
import { peopleApi } from './people.ts';
import { presenceApi } from './presence.ts';
import { recordingsApi } from './recordings.ts';
import { apiRules } from './rules.ts';
import { sessionsApi } from './sessions.ts';
import { settingsApi } from './settings.ts';

/** The query API as a Fastify plugin, to be registered under `/api/v1`. */
export const createApi =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (api) => {
    apiRules(api, deps);
    for (const resource of resources) await api.register(resource(deps));
  };

const resources = [
  accountsApi,
  applicationsApi,
  flightsApi,
  deletionsApi,
  settingsApi,
  builderApi,
  sessionsApi,
  presenceApi,
  recordingsApi,
  assetsApi,
  overviewApi,
  peopleApi,
  notesApi,
  healthApi,
  exportsApi,
  heatmapsApi,
  areasApi,
  derivedApi,
  facetsApi,
];
