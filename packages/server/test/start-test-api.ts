import fastify, { type FastifyInstance, type FastifyPluginAsync, type InjectOptions } from 'fastify';
import { createAccess } from '../src/auth/access.ts';
import { createAccounts, type Accounts } from '../src/auth/accounts.ts';
import { flightAccess, type RegistryFlightAccess } from '../src/registry/flight-access.ts';
import { openRegistry, type Registry } from '../src/registry/registry.ts';
import type { DatabasePlace } from '../src/registry/database.ts';
import { accountsApi } from '../src/api/accounts.ts';
import { applicationsApi } from '../src/api/applications.ts';
import { deletionsApi } from '../src/api/deletions.ts';
import { flightsApi } from '../src/api/flights.ts';
import { settingsApi } from '../src/api/settings.ts';
import { apiRules } from '../src/api/rules.ts';

type Response = Awaited<ReturnType<FastifyInstance['inject']>>;

/** The part of the query API that answers from a registry alone, called as a browser's pages would. */
export interface TestApi {
  registry: Registry;
  accounts: Accounts;
  access: RegistryFlightAccess;
  call(method: InjectOptions['method'], path: string, options?: InjectOptions): Promise<Response>;
  /** Creates the owner; answers the headers of somebody who is signed in as them. */
  setUp(): Promise<{ headers: { cookie: string } }>;
  signIn(who: { email: string; password: string }, remoteAddress?: string): Promise<Response>;
  stop(): Promise<void>;
}

/** The owner that `setUp` creates. */
export const owner = { email: 'Owner@example.org', password: 'correct horse', name: 'Olga' };

/** The `Cookie` header of a browser that got a response. */
export const cookieOf = (response: Pick<Response, 'cookies'>): string =>
  response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

/** Starts the query API without a port. */
export async function startTestApi({ place, publicUrl }: { place: DatabasePlace; publicUrl?: string }): Promise<TestApi> {
  const registry = await openRegistry({ ...place, onError: raise });
  const accounts = createAccounts({ registry, publicUrl, log: { error: raiseLogged } });
  const access = flightAccess({ registry, every: () => () => undefined, log: { warn: raiseLogged } });
  const app = fastify({ trustProxy: publicUrl !== undefined });
  const deps = { accounts, access: createAccess({ registry }), registry, flightsChanged: access.refresh, version: '1.2.3', publicUrl };
  const resources = [accountsApi(deps), applicationsApi(deps), flightsApi(deps), settingsApi(deps), deletionsApi(deps)];
  const api: FastifyPluginAsync = async (scope) => {
    apiRules(scope, deps);
    for (const resource of resources) await scope.register(resource);
  };
  await app.register(api, { prefix: '/api/v1' });
  const call: TestApi['call'] = (method, path, options = {}) =>
    app.inject({ ...options, method, url: `/api/v1${path}`, headers: { host: 'sightline.test', ...options.headers } });
  return {
    registry,
    accounts,
    access,
    call,
    async setUp() {
      const response = await call('POST', '/setup', { payload: { ...owner, code: await accounts.setupCode() } });
      return { headers: { cookie: cookieOf(response) } };
    },
    signIn: ({ email, password }, remoteAddress = '127.0.0.1') => call('POST', '/sign-in', { payload: { email, password }, remoteAddress }),
    async stop() {
      access.stop();
      await app.close();
      await registry.close();
    },
  };
}

const raise = (error: Error) => {
  throw error;
};

const raiseLogged = (details: object, message: string) => raise(new Error(`${message} ${JSON.stringify(details)}`));
