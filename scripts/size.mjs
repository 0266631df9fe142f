import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ROOT } from './run.mjs';

/** What each shipped script may weigh at most, in bytes after brotli. */
const LIMITS = { 'sightline.js': 6_000 };

let failed = false;
process.stdout.write(
  `${'script'.padEnd(16)}${'plain'.padStart(10)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}${'limit'.padStart(10)}\n`,
);
for (const [name, limit] of Object.entries(LIMITS)) {
  const text = readFileSync(join(ROOT, 'packages/tracker/dist/scripts', name));
  const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const cells = [text.length, gzipSync(text, { level: 9 }).length, brotli, limit];
  process.stdout.write(`${name.padEnd(16)}${cells.map((bytes) => String(bytes).padStart(10)).join('')}\n`);
  if (brotli > limit) {
    process.stderr.write(`${name}: ${brotli} bytes after brotli, at most ${limit} are allowed\n`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
