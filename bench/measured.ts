import { inProcess } from './in-process.ts';
import type { LoadResult } from './load/arrivals.ts';
import { mainThreadMs } from './main-thread.ts';
import { noFailures } from './trial.ts';

/** What a load generator saw, and what it cost the server's main thread. */
export interface Measured extends LoadResult {
  cpuMs: number | undefined;
}

/** Runs a load generator against a server and watches what the server needs for it. */
export async function measured<Order>(generator: string, order: Order, pid: number): Promise<Measured> {
  const before = mainThreadMs(pid);
  const result = noFailures(await inProcess<Order, LoadResult>(generator, order));
  const after = mainThreadMs(pid);
  return { ...result, cpuMs: before === undefined || after === undefined ? undefined : after - before };
}
