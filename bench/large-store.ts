import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embeddedEngine } from '../packages/server/src/engine/embedded-engine.ts';
import { isRefusal } from '../packages/server/src/registry/refusal.ts';
import { openRegistry } from '../packages/server/src/registry/registry.ts';
import { createStore, type Store } from '../packages/server/src/store/index.ts';
import { BENCH_DIRECTORY } from './bench-directory.ts';
import { frame } from './frames.ts';
import { generate } from './generate.ts';

const EVENTS = Number(process.env.SIGHTLINE_BENCH_EVENTS ?? 5_000_000);
const LONG_EVENTS = 100_000;
const SEGMENT_BYTES = 8 * 1024 * 1024;
const QUIET = { info: () => undefined, warn: () => undefined };

/** The session of a hundred thousand events in the large store. */
export const LONG_SESSION = '10000000-0000-4000-8000-000000000001';

/** A data directory with five million events in a hundred thousand sessions of one flight, made once and kept for later runs. */
export async function largeStore(): Promise<{ dataDir: string; flight: string }> {
  const dataDir = join(BENCH_DIRECTORY, `large-store-${EVENTS}`);
  if (!existsSync(dataDir)) await make(dataDir);
  return { dataDir, flight: await defaultFlight(dataDir) };
}

/** The embedded engine and the store on a data directory, without a server. */
export function openStore(dataDir: string) {
  const childScript = fileURLToPath(new URL('../../packages/server/dist/engine/child.js', import.meta.url));
  const engine = embeddedEngine({ directory: join(dataDir, 'store'), childScript, log: QUIET });
  return { engine, store: createStore({ engine, now: Date.now, log: QUIET }) };
}

/** Folds the sessions of a data directory and gathers what maps count, as a server does in the background within a minute. */
export async function fold(dataDir: string): Promise<void> {
  const { engine, store } = openStore(dataDir);
  try {
    await store.fold({ before: Date.now() });
    for (let more = true; more;) ({ more } = await store.gatherPlaces());
  } finally {
    await engine.stop();
  }
}

async function make(dataDir: string): Promise<void> {
  const unfinished = `${dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const flight = await defaultFlight(unfinished);
  const { engine, store } = openStore(unfinished);
  try {
    await fill(store, unfinished, { seed: 'long', concurrent: 1, eventsPerSession: 1e9 }, LONG_EVENTS, { flight, session: LONG_SESSION });
    await fill(store, unfinished, { seed: 'large-store' }, EVENTS, { flight });
  } finally {
    await engine.stop();
  }
  renameSync(unfinished, dataDir);
}

async function fill(store: Store, directory: string, options: Parameters<typeof generate>[0], events: number, of: object): Promise<void> {
  const path = join(directory, 'segment');
  const batches = generate(options);
  for (let stored = 0, segment = 0; stored < events; segment += 1) {
    const lines: string[] = [];
    for (let bytes = 0; bytes < SEGMENT_BYTES && stored < events;) {
      const batch = batches.next().value;
      if (batch === undefined) throw new Error('the generator ended');
      const line = frame({ ...batch, ...of });
      lines.push(line);
      bytes += line.length;
      stored += batch.events.length;
    }
    writeFileSync(path, lines.join(''));
    await store.load({ path, token: `${options.seed}-${segment}` });
  }
  rmSync(path);
}

/** The flight that a fresh data directory has. */
export async function defaultFlight(dataDir: string): Promise<string> {
  const registry = await openRegistry({
    data: dataDir,
    postgresUrl: undefined,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  try {
    const flight = await registry.flights.find({ flight: 'default' });
    if (isRefusal(flight)) throw new Error(flight.message);
    return flight.id;
  } finally {
    await registry.close();
  }
}
