import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { largeStore } from '../large-store.ts';
import { cpuMs, memoryOf } from '../process-tree.ts';
import { perSecond, type Line, type Trial } from '../trial.ts';

const PROGRAM = join(dirname(createRequire(import.meta.url).resolve('@sightline/server/package.json')), 'bin/sightline.js');
const LOOK_EVERY_MS = 300;
/** An export that takes longer is ended, and the trial fails. */
const AT_MOST_MS = 600_000;
const EXPORTS = [
  { format: 'parquet', tables: 'events', bar: '500 k rows/s, 300 MB' },
  { format: 'csv', tables: 'events', bar: '300 MB' },
  { format: 'jsonl', bar: '300 MB' },
];

/** A whole flight out of the store by the command line, in each form, and what that takes. */
export const exported: Trial = {
  name: 'export',
  conditions:
    'sightline export of one flight of 5 million events into a folder, the engine started for it; processor time and memory of the command and its engine together, looked at three times a second; the bar of memory is for what they allocate, as pages of the 546 MB library and of data files are given back when the machine wants them',
  async run() {
    const { dataDir } = await largeStore();
    const lines: Line[] = [];
    for (const each of EXPORTS) lines.push(await exportedAs(dataDir, each));
    return lines;
  },
};

async function exportedAs(dataDir: string, { format, tables, bar }: (typeof EXPORTS)[number]): Promise<Line> {
  const out = mkdtempSync(join(BENCH_DIRECTORY, 'export-'));
  try {
    const from = performance.now();
    const args = ['export', '--flight', 'default', '--data', dataDir, '--format', format, '--out', out];
    const child = spawn(process.execPath, [PROGRAM, ...args, ...(tables === undefined ? [] : ['--tables', tables])], {
      stdio: 'inherit',
      timeout: AT_MOST_MS,
    });
    let peakMb = 0;
    let ownMb = 0;
    let cpu = 0;
    const watch = setInterval(() => {
      const memory = memoryOf(child.pid ?? 0);
      peakMb = Math.max(peakMb, memory.shareMb);
      ownMb = Math.max(ownMb, memory.ownMb);
      cpu = Math.max(cpu, cpuMs(child.pid ?? 0));
    }, LOOK_EVERY_MS);
    const [code] = (await once(child, 'close')) as [number | null];
    clearInterval(watch);
    if (code !== 0) throw new Error(`sightline export ended with ${code}`);
    const ms = performance.now() - from;
    const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { files: { rows?: number; bytes: number }[] };
    const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
    const megabytes = Math.round(files.reduce((sum, file) => sum + file.bytes, 0) / 1e6);
    return {
      what: `${format}: ${rows} rows, ${megabytes} MB`,
      value: `${perSecond((rows * 1_000) / ms, 'rows')}; ${perSecond((rows * 1_000) / cpu, 'rows')} of processor time; at most ${ownMb} MB allocated, ${peakMb} MB with their share of files`,
      ...(bar !== undefined && { bar }),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
