import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BENCH_DIRECTORY } from './bench-directory.ts';

const ROUNDS = 500;

/** How often this disk appends 4 KiB and syncs in a second: the figure that all durable rates hang on. */
export async function measureSync(): Promise<number> {
  await mkdir(BENCH_DIRECTORY, { recursive: true });
  const path = join(BENCH_DIRECTORY, 'sync-probe');
  const file = await open(path, 'w');
  const block = Buffer.alloc(4_096, 'x');
  const from = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) {
    await file.write(block);
    await file.datasync();
  }
  const ms = performance.now() - from;
  await file.close();
  await rm(path);
  return Math.round((ROUNDS * 1_000) / ms);
}
