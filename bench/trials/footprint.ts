import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, startServer } from '../../e2e/server.ts';
import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { cpuMs, memoryOf } from '../process-tree.ts';
import type { Trial } from '../trial.ts';

/** Long enough for the engine, which opened at the start, to fall asleep. */
const IDLE_MS = 45_000;

/** What an installation costs that nobody uses, and how long it takes to start. */
export const footprint: Trial = {
  name: 'footprint',
  conditions: `a fresh installation, started twice; memory ${IDLE_MS / 1_000} s after the second start, of the server and all its child processes`,
  async run() {
    const dataDir = await mkdtemp(join(BENCH_DIRECTORY, 'bench-'));
    const start = async () => {
      const from = performance.now();
      const server = await startServer({ dataDir, port: await freePort() });
      return { server, ms: Math.round(performance.now() - from), cpu: cpuMs(server.pid) };
    };
    const first = await start();
    await first.server.stop();
    const second = await start();
    try {
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      const { processes, shareMb, residentMb } = memoryOf(second.server.pid);
      return [
        { what: 'ready, first start', value: `${first.ms} ms, ${first.cpu} ms of processor` },
        { what: 'ready, second start', value: `${second.ms} ms, ${second.cpu} ms of processor`, bar: '≤ 2 s' },
        { what: 'memory, idle', value: `${residentMb} MB resident, ${shareMb} MB its share (${processes} process)`, bar: '≤ 150 MB' },
      ];
    } finally {
      await second.server.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
