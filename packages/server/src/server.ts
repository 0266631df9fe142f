import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectDefaultMetrics, Gauge, Registry as Metrics } from 'prom-client';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { covers } from './auth/ability.ts';
import { createAccess } from './auth/access.ts';
import { principalOf } from './auth/principal-of.ts';
import { createAccounts } from './auth/accounts.ts';
import type { Config } from './config.ts';
import { builderGrants } from './auth/builder-grants.ts';
import { controlServer } from './control/control-server.ts';
import { createDoor } from './door/door.ts';
import { foreignSession } from './door/foreign-id.ts';
import { isThisMachine } from './door/this-machine.ts';
import { keptAsideIn } from './erasure/kept-aside-in.ts';
import { every } from './every.ts';
import { createExportJobs } from './exports/jobs/export-jobs.ts';
import { eraseDeleted } from './jobs/erase-deleted.ts';
import { eraseWithdrawn } from './jobs/erase-withdrawn.ts';
import { createFolding } from './jobs/folding.ts';
import { createGathering } from './jobs/gathering.ts';
import { createMeasuring } from './jobs/measuring/measuring.ts';
import { backgroundProcess } from './jobs/background/background-process.ts';
import { listen } from './listen.ts';
import { createLoader } from './loader/loader.ts';
import { enginePlace, openEngine } from './open-engine.ts';
import { createOpened, type Opened } from './opened.ts';
import { locatePageFiles } from './pages/locate.ts';
import { createRecordingIndexer } from './recording/recording-indexer.ts';
import { createSessionWatchers } from './recording/session-watchers.ts';
import { flightAccess } from './registry/flight-access.ts';
import { flightSettings } from './registry/flight-settings.ts';
import { openRegistry } from './registry/registry.ts';
import { createSpool } from './spool/spool.ts';
import { createStore } from './store/index.ts';
import { studyProgress } from './study/study-progress.ts';
import { VERSION } from './version.ts';

/** A running server. */
export interface RunningServer {
  /** Where it answers. */
  url: string;
  /** The link that creates the owner account, until there is one. */
  setupUrl: string | undefined;
  /** Says good-bye to every client, makes everything acknowledged safe, and lets go of the data directory. */
  stop(): Promise<void>;
}

/** Builds every part from the configuration, in the order in which they need each other, and listens. Where one cannot be had, nothing stays open. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const opened = createOpened();
  try {
    return await start(config, log, opened);
  } catch (error) {
    await opened.close().catch((failure: unknown) => log.error({ err: failure }, 'a start that failed could not be undone'));
    throw error;
  }
}

async function start(config: Config, log: Logger, opened: Opened): Promise<RunningServer> {
  const data = resolve(config.data);
  const control = await controlServer(data, {
    openStore: async () => {
      await loader.drain();
      return lease ? lease() : { socketPath: undefined, release: () => undefined };
    },
  });
  opened.add(() => control.stop());
  const { engine, lease } = openEngine({ ...config, data }, log);
  opened.add(() => engine.stop());

  const registry = await openRegistry({
    data,
    postgresUrl: config.postgresUrl,
    onError: (error) => log.error({ err: error }, 'the registry failed'),
  });
  opened.add(() => registry.close());
  const flights = flightAccess({ registry, every, log });
  opened.add(() => flights.stop());
  const spool = await createSpool({ dir: join(data, 'spool'), limitBytes: config.spoolLimitBytes, log });
  const store = createStore({ engine, now: Date.now, log, opened: () => folding.look() });
  const loader = createLoader({
    spool,
    load: async (segment) => {
      await store.load(segment);
      measuring.loaded();
      gathering.loaded();
      folding.loaded();
    },
    quarantineDirectory: join(data, 'quarantine'),
    log,
  });
  opened.add(() => loader.stop());
  opened.add(() => spool.stop());
  const folding = createFolding({ store, now: Date.now, every, log });
  opened.add(() => folding.stop());
  const place = enginePlace({ clickhouseUrl: config.clickhouseUrl, lease });
  const measuring = createMeasuring({
    process: backgroundProcess({ lease: place, script: beside('./jobs/measuring/child.js') }),
    store,
    settings: (flight) => registry.measureSettings.of(flight),
    now: Date.now,
    every,
    log,
  });
  opened.add(() => measuring.stop());
  const gathering = createGathering({ store, now: Date.now, every, log });
  opened.add(() => gathering.stop());
  const erasing = eraseDeleted({ registry, store, loader, every, log });
  opened.add(() => erasing.stop());
  const accounts = createAccounts({ registry, publicUrl: config.publicUrl, log });

  const metrics = new Metrics();
  collectDefaultMetrics({ register: metrics });
  showSpool(metrics, { bytes: spool.bytes, lagMs: loader.lagMs });

  const recordingIndexer = createRecordingIndexer({
    process: backgroundProcess({ lease: place, script: beside('./recording/indexing-child.js') }),
    every,
    now: Date.now,
    log,
  });
  opened.add(() => recordingIndexer.stop());
  const sessionWatchers = createSessionWatchers();
  const door = createDoor({
    spool: {
      append(batch) {
        recordingIndexer.saw(batch);
        const kept = spool.append(batch);
        // The door tells of what was not kept.
        if (sessionWatchers.isWatched(batch))
          kept.then(
            () => sessionWatchers.saw(batch),
            () => undefined,
          );
        return kept;
      },
    },
    flights,
    people: registry.people,
    sessions: { clientStart: (flight, session) => store.sessionClientStart({ flight, session }) },
    log,
    now: Date.now,
    limits: { ratePerAddress: config.rateLimit },
    ...(config.loguiSecret !== undefined && { loguiSecret: config.loguiSecret }),
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    trustProxy: config.trustProxy,
    metrics,
  });

  const access = createAccess({ registry });
  /** Without a key only from this machine; else whoever may look at the application of the calls without a token. */
  const mayRead = async (request: FastifyRequest) => {
    if (isThisMachine(request.raw, config.publicUrl)) return true;
    const who = await principalOf(accounts, request.headers);
    const gate = who && (await flights.unsigned());
    return who !== undefined && gate !== undefined && covers(await access.abilityIn(who, gate.application), 'view');
  };

  const progress = studyProgress({ store, participants: registry.participants, now: Date.now });
  const grants = builderGrants(registry);
  const settingsOf = flightSettings({ flights, registry });
  const exportJobs = await createExportJobs({ registry, store, folder: join(data, 'exports'), now: Date.now, every, log });
  opened.add(() => exportJobs.stop());
  const keptAside = keptAsideIn(data);
  const forgetting = eraseWithdrawn({
    registry,
    store,
    erasure: { store, notes: registry.notes, exports: exportJobs, drain: () => loader.drain(), keptAside },
    loader,
    every,
    log,
  });
  opened.add(() => forgetting.stop());
  const app = await createApp({
    log,
    trustProxy: config.trustProxy,
    door,
    api: {
      accounts,
      access,
      registry,
      flightsChanged: () => flights.refresh(),
      builder: grants,
      progress,
      exportJobs,
      keptAside,
      version: VERSION,
      publicUrl: config.publicUrl,
      store,
      door,
      loader,
      recordingIndexer,
      sessionWatchers,
      measuring,
      gathering,
    },
    recordingBackend: {
      store,
      mayRead,
      find: async (id) => {
        const gate = await flights.unsigned();
        return gate && foreignSession(gate.flight, id).session;
      },
    },
    health: { ailment: async () => spool.fullBecause()[0], metrics, mayRead },
    pages: locatePageFiles(),
    settingsOf,
    builder: { grants, settingsOf, captureSettings: registry.captureSettings, flightsChanged: () => flights.refresh() },
    study: {
      studies: registry.studies,
      participants: registry.participants,
      settingsOf,
      progress,
      isOpen: async (id) => (await flights.byFlight(id))?.active ?? false,
      now: Date.now,
    },
    exampleToken: async () => {
      const gate = await flights.unsigned();
      const flight = gate && (await registry.flights.get(gate.flight));
      return flight?.tokens.at(-1)?.token ?? '';
    },
  });

  opened.add(() => app.close());
  // Sockets are told first: the web server waits until they are gone.
  opened.add(() => door.stop());

  const listening = await listen(app, config);
  const url = config.publicUrl ?? listening;
  const code = await accounts.setupCode();
  return {
    url,
    setupUrl: code && `${url}/setup#${code}`,
    stop: () => opened.close(),
  };
}

/** Where the build put the script of another process. */
const beside = (script: string): string => fileURLToPath(new URL(script, import.meta.url));

function showSpool(metrics: Metrics, { bytes, lagMs }: { bytes: () => number; lagMs: () => number }): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [metrics],
      collect(this: Gauge) {
        this.set(read());
      },
    });
  gauge('sightline_spool_bytes', 'Bytes that wait for the store.', bytes);
  gauge('sightline_spool_lag_seconds', 'Age of the oldest batch that waits for the store.', () => lagMs() / 1_000);
}
