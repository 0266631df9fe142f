import type { FastifyPluginAsync } from 'fastify';
import type { Accounts } from '../auth/accounts.ts';
import type { Registry } from '../registry/registry.ts';
import { accountsApi } from './accounts.ts';
import type { Door } from '../door/door.ts';
import type { Loader } from '../loader/loader.ts';
import type { Store } from '../store/index.ts';
import { applicationsApi } from './applications.ts';
import { exportsApi } from './exports.ts';
import { flightsApi } from './flights.ts';
import { healthApi } from './health.ts';
import { apiRules } from './rules.ts';
import { sessionsApi } from './sessions.ts';

/** What the query API answers from. */
export interface ApiDeps {
  accounts: Accounts;
  registry: Pick<Registry, 'applications' | 'flights'>;
  /** Makes the door see a change of flights now. */
  flightsChanged: () => Promise<void>;
  store: Store;
  /** What the health of collection is read from. */
  door: Pick<Door, 'status'>;
  loader: Pick<Loader, 'lagMs'>;
  version: string;
  publicUrl?: string | undefined;
}

/** The query API as a Fastify plugin, to be registered under `/api/v1`. */
export const createApi =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (api) => {
    apiRules(api, deps);
    for (const resource of resources) await api.register(resource(deps));
  };

const resources = [accountsApi, applicationsApi, flightsApi, sessionsApi, healthApi, exportsApi];
