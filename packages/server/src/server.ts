import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectDefaultMetrics, Registry as Metrics } from 'prom-client';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { createAccess } from './auth/access.ts';
import { createAccounts } from './auth/accounts.ts';
import { mayReadUnsigned } from './auth/may-read-unsigned.ts';
import type { Config } from './config.ts';
import { builderGrants } from './auth/builder-grants.ts';
import { controlServer } from './control/control-server.ts';
import { diskSpace } from './disk-space.ts';
import { showDisk } from './disk-metrics.ts';
import { createDoor } from './door/door.ts';
import { foreignSession } from './door/foreign-id.ts';
import { keptAsideIn } from './erasure/kept-aside-in.ts';
import { every } from './every.ts';
import { createExportJobs } from './exports/jobs/export-jobs.ts';
import { eraseDeleted } from './jobs/erase-deleted.ts';
import { eraseWithdrawn } from './jobs/erase-withdrawn.ts';
import { watchDisk } from './jobs/watch-disk.ts';
import { backgroundProcess } from './jobs/background/background-process.ts';
import { listen } from './listen.ts';
import { enginePlace, openEngine } from './open-engine.ts';
import { openPipeline } from './open-pipeline.ts';
import { createOpened, type Opened } from './opened.ts';
import { locatePageFiles } from './pages/locate.ts';
import { overheardSpool } from './recording/overheard-spool.ts';
import { createRecordingIndexer } from './recording/recording-indexer.ts';
import { createSessionWatchers } from './recording/session-watchers.ts';
import { flightAccess } from './registry/flight-access.ts';
import { flightSettings } from './registry/flight-settings.ts';
import { openRegistry } from './registry/registry.ts';
import { showSpool } from './spool/spool-metrics.ts';
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
      await store.open();
      await loader.drain();
      return lease ? lease() : { socketPath: undefined, release: () => undefined };
    },
    loaded: () => imported(),
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
  const place = enginePlace({ clickhouseUrl: config.clickhouseUrl, lease });
  // Two processes that bring the schema up to date at once would leave it as neither wants it.
  const leaseOfOpen = () => store.open().then(place);
  const background = <Order>(script: string) => backgroundProcess<Order>({ lease: leaseOfOpen, script: beside(script) });
  const { spool, store, loader, measuring, gathering, imported } = await openPipeline({
    config: { ...config, data },
    engine,
    registry,
    measurer: background('./jobs/measuring/child.js'),
    log,
    opened,
  });
  const erasing = eraseDeleted({ registry, store, loader, every, log });
  opened.add(() => erasing.stop());
  const accounts = createAccounts({ registry, publicUrl: config.publicUrl, log });

  const metrics = new Metrics();
  collectDefaultMetrics({ register: metrics });
  showSpool(metrics, { bytes: spool.bytes, lagMs: loader.lagMs });
  const space = diskSpace({ directory: data, isRefusing: async () => (await spool.fullBecause()).length > 0 });
  showDisk(metrics, space);
  const diskWatch = watchDisk({ space, every, log });
  opened.add(async () => diskWatch.stop());

  const recordingIndexer = createRecordingIndexer({ process: background('./recording/indexing-child.js'), every, now: Date.now, log });
  opened.add(() => recordingIndexer.stop());
  const sessionWatchers = createSessionWatchers();
  const door = createDoor({
    spool: overheardSpool(spool, { indexer: recordingIndexer, watchers: sessionWatchers }),
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
  const mayRead = mayReadUnsigned({ accounts, access, flights, publicUrl: config.publicUrl });

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
      diskSpace: space,
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
    health: { ailment: async () => (await spool.fullBecause())[0], metrics, mayRead },
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
