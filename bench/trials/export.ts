import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { largeStore } from '../large-store.ts';
import { memoryOf } from '../process-tree.ts';
import { perSecond, type Trial } from '../trial.ts';

const PROGRAM = join(dirname(createRequire(import.meta.url).resolve('@sightline/server/package.json')), 'bin/sightline.js');
const LOOK_EVERY_MS = 500;

/** A whole flight out of the store by the command line, and the memory that takes. */
export const exported: Trial = {
  name: 'export',
  conditions:
    'sightline export of one flight of 5 million events to a pipe that is read and thrown away; memory of the command and its engine, looked at twice a second',
  async run() {
    const { dataDir } = await largeStore();
    const from = performance.now();
    const child = spawn(process.execPath, [PROGRAM, 'export', '--flight', 'default', '--data', dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let lines = 0;
    let bytes = 0;
    let peakMb = 0;
    const watch = setInterval(() => (peakMb = Math.max(peakMb, memoryOf(child.pid ?? 0).residentMb)), LOOK_EVERY_MS);
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) lines += 1;
    });
    const [code] = (await once(child, 'close')) as [number | null];
    clearInterval(watch);
    if (code !== 0) throw new Error(`sightline export ended with ${code}`);
    const ms = performance.now() - from;
    return [
      { what: 'events written', value: `${lines} (${Math.round(bytes / 1_000_000)} MB)` },
      { what: 'rate', value: perSecond((lines * 1_000) / ms, 'events') },
      { what: 'memory at most', value: `${peakMb} MB resident` },
    ];
  },
};
