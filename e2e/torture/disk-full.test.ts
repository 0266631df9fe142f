import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createLoader } from '../../packages/server/src/loader/loader.ts';
import { scanFrames } from '../../packages/server/src/spool/scan-frames.ts';
import { failingFiles, fakeBatch, fakeLog } from '../../packages/server/src/spool/spool.fake.ts';
import { diskFiles, type Files } from '../../packages/server/src/spool/files.ts';
import { createSpool } from '../../packages/server/src/spool/spool.ts';

const MIB = 1024 * 1024;

/** A disk that can be filled and emptied: a small file system where that is allowed, else faults put into the real one. */
async function smallDisk() {
  const path = await mkdtemp(join(tmpdir(), 'sightline-full-'));
  const isMounted = mounted(path);
  const { files, fail } = failingFiles();
  const ballast = join(path, 'ballast');
  return {
    path,
    files: (isMounted ? diskFiles : files) satisfies Files,
    async fill(): Promise<void> {
      if (!isMounted) return void fail.set('append', 'ENOSPC').set('create', 'ENOSPC');
      for (let size = 4 * MIB; size >= 1; size = Math.floor(size / 2)) {
        await writeFile(ballast, Buffer.alloc(size), { flag: 'a' }).catch(() => {
          // Full for this size: a smaller one may still fit.
        });
      }
    },
    async empty(): Promise<void> {
      fail.clear();
      await rm(ballast, { force: true });
    },
    async [Symbol.asyncDispose](): Promise<void> {
      if (isMounted) execFileSync('umount', [path]);
      await rm(path, { recursive: true, force: true });
    },
  };
}

function mounted(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // Not allowed to this user.
  }
}

test('a full disk refuses, keeps what was acknowledged, and goes on by itself when there is room again', async () => {
  await using disk = await smallDisk();
  const log = fakeLog();
  const clock = { ms: 0 };
  const spool = await createSpool({
    dir: join(disk.path, 'spool'),
    files: disk.files,
    log,
    minFreeBytes: 0,
    segmentBytes: MIB,
    now: () => clock.ms,
  });
  const acknowledged: number[] = [];
  const refused: number[] = [];
  let sequence = 0;
  const send = async (count: number): Promise<void> => {
    const sequences = Array.from({ length: count }, () => (sequence += 1));
    const outcomes = await Promise.allSettled(sequences.map((number) => spool.append(fakeBatch(number, 1))));
    outcomes.forEach(({ status }, index) => (status === 'fulfilled' ? acknowledged : refused).push(sequences[index] ?? 0));
    clock.ms += 250;
  };
  for (let round = 0; round < 3; round += 1) {
    await send(200);
    await disk.fill();
    for (let burst = 0; burst < 5; burst += 1) await send(50);
    await disk.empty();
    await send(50);
  }
  expect(refused.length).toBeGreaterThan(0);
  expect(acknowledged).toContain(sequence);

  const stored: number[] = [];
  const load = async ({ path }: { path: string }): Promise<void> => {
    const bytes = await diskFiles.read(path);
    const { frames, bad } = scanFrames(bytes);
    expect(bad).toEqual([]);
    stored.push(...frames.map(({ json }) => JSON.parse(bytes.toString('utf8', json.from, json.to)).events[0].sequence as number));
  };
  const loader = createLoader({ spool, load, quarantineDirectory: join(disk.path, 'quarantine'), log });
  await vi.waitFor(() => loader.drain(), { timeout: 10_000 });
  expect(stored).toEqual(acknowledged);
  expect((await readdir(join(disk.path, 'spool'))).filter((name) => name.endsWith('.spool'))).toEqual([]);
  await loader.stop();
  await spool.stop();
});
