import { join, resolve } from 'node:path';
import pino from 'pino';
import type { Config } from '../config.ts';
import { borrowStore } from '../control/borrow-store.ts';
import { controlServer } from '../control/control-server.ts';
import type { EngineMemory } from '../engine/engine-process.ts';
import type { Engine } from '../engine/engine.ts';
import { remoteEngine } from '../engine/remote-engine.ts';
import { scratchOf } from '../engine/scratch-of.ts';
import { socketEngine } from '../engine/socket-engine.ts';
import { createLoader } from '../loader/loader.ts';
import { CommandFailure } from './command-failure.ts';
import { openEngine } from '../open-engine.ts';
import { createSpool } from '../spool/spool.ts';
import { createStore, type Store } from '../store/index.ts';

/** How a command has the store. */
export interface LentStore {
  /** Nobody else asks it. */
  alone: boolean;
  /** Loads what waits in the spool. */
  drain(): Promise<void>;
}

/** Runs something on the store of an installation: borrowed from its server while that runs, opened here, for it alone, while it does not. */
export async function withStore<Value>(
  { data: folder, clickhouseUrl, memory }: Pick<Config, 'data' | 'clickhouseUrl'> & { memory?: EngineMemory },
  run: (store: Store, lent: LentStore) => Promise<Value>,
): Promise<Value> {
  const data = resolve(folder);
  const log = pino({ level: 'warn' }, pino.destination(2));
  const borrowed = await borrowStore(data);
  if (borrowed) {
    const engine =
      borrowed.socketPath === undefined
        ? remote(clickhouseUrl)
        : socketEngine({ socketPath: borrowed.socketPath, scratch: scratchOf(join(data, 'store')) });
    const store = createStore({ engine, now: Date.now, log });
    const load: Store['load'] = async (segment) => {
      await store.load(segment);
      borrowed.loaded();
    };
    return run({ ...store, load }, { alone: false, drain: () => drained(data) }).finally(async () => {
      await engine.stop();
      borrowed.release();
    });
  }
  return alone({ data, clickhouseUrl, memory, log }, run);
}

/** A server loads what waits before it lends its store. */
async function drained(data: string): Promise<void> {
  (await borrowStore(data))?.release();
}

function remote(url: string | undefined): Engine {
  if (url === undefined)
    throw new CommandFailure(2, 'the running server keeps its events in ClickHouse: give the command the same --clickhouse-url');
  return remoteEngine({ url });
}

/** Nobody else may write meanwhile; what a server left in its spool is stored first, so that nothing acknowledged is left out. */
async function alone<Value>(
  {
    data,
    clickhouseUrl,
    memory,
    log,
  }: { data: string; clickhouseUrl: string | undefined; memory: EngineMemory | undefined; log: pino.Logger },
  run: (store: Store, lent: LentStore) => Promise<Value>,
): Promise<Value> {
  const control = await controlServer(data, {
    openStore: () => Promise.reject(new Error('a command is at work on this data; try again when it is done')),
    loaded: () => undefined,
  });
  const { engine } = openEngine({ data, ...(clickhouseUrl !== undefined && { clickhouseUrl }), ...(memory && { memory }) }, log);
  const store = createStore({ engine, now: Date.now, log });
  // The engine starts while the rest is made ready; who asks first is told of what fails.
  store.open().catch(() => undefined);
  const spool = await createSpool({ dir: join(data, 'spool'), log });
  const loader = createLoader({ spool, load: (segment) => store.load(segment), quarantineDirectory: join(data, 'quarantine'), log });
  try {
    await loader.drain();
    return await run(store, { alone: true, drain: () => loader.drain() });
  } finally {
    await spool.stop();
    await loader.stop();
    await engine.stop();
    await control.stop();
  }
}
