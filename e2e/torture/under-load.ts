import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, sightline, startServer, type RunningServer } from '../server.ts';
import { collectVisitor } from './collect-visitor.ts';
import { reckon, type Reckoning } from './reckon.ts';
import { socketVisitor } from './socket-visitor.ts';
import { trackVisitor } from './track-visitor.ts';

/** A server that visitors use on every way in, and that may be killed and started again under them. */
export interface UnderLoad {
  readonly server: RunningServer;
  dataDir: string;
  /** Kills the server with -9 and starts it again; between both, `meanwhile` may do harm. */
  crash(meanwhile?: () => Promise<void>): Promise<void>;
  /** Lets the visitors end, and compares what they were told with what is stored. */
  settle(): Promise<Reckoning>;
}

/** Puts a fresh server under load, and runs `torture` on it. */
export async function underLoad(torture: (load: UnderLoad) => Promise<void>, env?: Record<string, string>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sightline-torture-'));
  const port = await freePort();
  const start = () => startServer({ dataDir, port, ...(env && { env }) });
  let server = await start();
  const token = (await sightline(dataDir, ['token', '--flight', 'default'])).trim();
  const url = () => server.url;
  const visitors = [
    ...Array.from({ length: 3 }, () => socketVisitor({ url, token })),
    ...Array.from({ length: 2 }, () => collectVisitor({ url, token })),
    ...Array.from({ length: 4 }, () => trackVisitor({ url })),
  ];
  const leaving = new AbortController();
  const visits = Promise.all(visitors.map((visitor) => visitor.send(leaving.signal)));

  try {
    await torture({
      get server() {
        return server;
      },
      dataDir,
      async crash(meanwhile) {
        await server.kill();
        await meanwhile?.();
        server = await start();
      },
      async settle() {
        leaving.abort();
        await visits;
        await Promise.all(visitors.map((visitor) => visitor.settle()));
        return reckon(dataDir, visitors);
      },
    });
  } finally {
    leaving.abort();
    await server.kill();
    await visits.catch(() => {
      // The test's own failure is what gets reported.
    });
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A random time of load. */
export const forAWhile = (fromMs = 150, toMs = 1_000): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, fromMs + Math.random() * (toMs - fromMs)));
