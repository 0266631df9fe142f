import { createServer, type RequestListener } from 'node:http';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import type { ApiDeps } from './api/api-deps.ts';
import { createApi } from './api/index.ts';
import { refuse } from './api/refuse.ts';
import { recordingBackendApi, type RecordingBackendDeps } from './api/recording-backend.ts';
import type { Door } from './door/door.ts';
import { healthPages, type HealthDeps } from './health.ts';
import { builderPages, type BuilderPagesDeps } from './pages/builder-pages.ts';
import { consolePages } from './pages/console.ts';
import { examplePages } from './pages/example-pages.ts';
import type { PageFiles } from './pages/locate.ts';
import { studyEntry, type StudyEntryDeps } from './pages/study-entry.ts';
import { publicSettings } from './pages/public-settings.ts';
import { scripts } from './pages/scripts.ts';
import type { FlightSettings } from './registry/flight-settings.ts';

/** Everything that answers requests. */
export interface AppDeps {
  log: FastifyBaseLogger;
  trustProxy: boolean | number | string[];
  door: Pick<Door, 'http' | 'ahead' | 'upgrade'>;
  api: ApiDeps;
  recordingBackend: RecordingBackendDeps;
  health: HealthDeps;
  pages: PageFiles;
  /** What the flight of a page's token records now. */
  settingsOf: (token: string) => Promise<FlightSettings | undefined>;
  /** What the builder's overlay calls. */
  builder: BuilderPagesDeps;
  /** What recruitment links lead to. */
  study: StudyEntryDeps;
  /** The token that the example sites' pages carry. */
  exampleToken: () => Promise<string>;
}

/** The web server, wired but without a port: `app.listen` opens one, `app.inject` needs none. */
export async function createApp({
  log,
  trustProxy,
  door,
  api,
  recordingBackend,
  health,
  pages,
  settingsOf,
  builder,
  study,
  exampleToken,
}: AppDeps): Promise<FastifyInstance> {
  const options = {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    serverFactory: (route: RequestListener) =>
      createServer({ requestTimeout: REQUEST_WITHIN_MS, keepAliveTimeout: KEPT_OPEN_MS }, door.ahead(route)),
    trustProxy: trusted(trustProxy),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MOST_OF_A_PLACE },
    // What the router refuses itself, before any route's own handler of errors: in the shape of all refusals.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      refuse(reply, {
        refusal: 'badRequest',
        message: `The address ${JSON.stringify(request.url.slice(0, 100))} cannot be read: ${ROUTER_FAILURES[error.code] ?? error.message}`,
      }),
  };
  const app: FastifyInstance = Fastify(options satisfies FastifyServerOptions);
  door.upgrade(app.server);
  await app.register(swagger, { openapi: { info: { title: 'Sightline', version: api.version }, openapi: '3.1.0' }, hideUntagged: true });
  await app.register((scope) => door.http(scope));
  await app.register(recordingBackendApi(recordingBackend));
  await app.register(publicSettings(settingsOf));
  await app.register(builderPages(builder));
  await app.register(studyEntry(study));
  await app.register(healthPages(health));
  await app.register(scripts(pages.scripts, { settingsOf, grants: builder.grants }));
  await app.register(examplePages(pages.examples, exampleToken));
  await app.register(async (scope) => {
    await scope.register(helmet, {
      contentSecurityPolicy: { useDefaults: false, directives: CONSOLE_POLICY },
      strictTransportSecurity: false,
    });
    await scope.register(createApi(api), { prefix: '/api/v1' });
    scope.get('/api/v1/openapi.json', { schema: { hide: true } }, () => app.swagger());
    await scope.register(consolePages(pages.dashboard));
  });
  return app;
}

/** An id, name or token in an address is no longer than this. */
const MOST_OF_A_PLACE = 300;

const ROUTER_FAILURES: Record<string, string> = {
  FST_ERR_BAD_URL: 'it must be percent-encoded UTF-8',
  FST_ERR_MAX_PARAM_LENGTH: `each of its parts must have at most ${MOST_OF_A_PLACE} characters`,
};

/** A request whose bytes take longer to come is cut: nobody may hold a connection open for free. */
const REQUEST_WITHIN_MS = 60_000;

/** Longer than a proxy in front keeps a connection for its next request, so that it never sends one into a closing door. */
const KEPT_OPEN_MS = 72_000;

/** Fastify no longer counts hops by itself. */
const trusted = (whom: boolean | number | string[]) => (typeof whom === 'number' ? (_address: string, hop: number) => hop < whom : whom);

/** The console runs our own scripts, shows our own files, and talks to this server alone. Mantine sets styles on elements; replayed pages carry fonts along. */
const CONSOLE_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};
