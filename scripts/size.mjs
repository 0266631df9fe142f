import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ROOT } from './run.mjs';

/**
 * What each shipped script may weigh at most, in bytes after brotli: the bar of the design, and where that is not reached yet
 * the size that must not grow.
 */
const LIMITS = { 'sightline.js': { bar: 6_000, limit: 6_000 }, 'logui.js': { bar: 12_000, limit: 12_000 } };

let failed = false;
const row = (name, ...cells) => process.stdout.write(`${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(10)).join('')}\n`);
row('script', 'plain', 'gzip', 'brotli', 'bar', 'limit');
for (const [name, { bar, limit }] of Object.entries(LIMITS)) {
  const text = readFileSync(join(ROOT, 'packages/tracker/dist/scripts', name));
  const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;
  row(name, text.length, gzipSync(text, { level: 9 }).length, brotli, bar, limit);
  if (brotli > limit) {
    process.stderr.write(`${name}: ${brotli} bytes after brotli, at most ${limit} are allowed\n`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
