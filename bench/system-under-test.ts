import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, sightline, startServer } from '../e2e/server.ts';
import { BENCH_DIRECTORY } from './bench-directory.ts';

export type SystemUnderTest = Awaited<ReturnType<typeof systemUnderTest>>;

const LOOK_EVERY_MS = 20;
const STORED_WITHIN_MS = 30_000;

/** A fresh server on a fresh data directory. */
export async function systemUnderTest() {
  const dataDir = await mkdtemp(join(BENCH_DIRECTORY, 'bench-'));
  const server = await startServer({ dataDir, port: await freePort(), env: { SIGHTLINE_RATE_LIMIT: '0' } });
  const token = (await sightline(dataDir, ['token', '--flight', 'default'])).trim();

  return {
    port: server.port,
    pid: server.pid,
    token,
    dataDir,
    /** Waits until the spool is empty: how long the store still needed, in ms. */
    async stored(): Promise<number> {
      const from = performance.now();
      while ((await readdir(join(dataDir, 'spool'))).some((name) => name.endsWith('.spool'))) {
        if (performance.now() - from > STORED_WITHIN_MS) throw new Error(`the store had not everything after ${STORED_WITHIN_MS} ms`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
      return Math.round(performance.now() - from);
    },
    async stop(): Promise<void> {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
