import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ROOT } from './run.mjs';

/**
 * What each shipped script, or several that a page loads together, may weigh at most, in bytes after brotli: the bar of the design, and
 * where that is not reached yet the size that must not grow.
 */
const LIMITS = {
  'sightline.js': { scripts: ['sightline.js'], bar: 6_000, limit: 6_000 },
  'logui.js': { scripts: ['logui.js'], bar: 12_000, limit: 12_000 },
  'with recorder': { scripts: ['sightline.js', 'sightline-recording.js'], bar: 35_000, limit: 35_000 },
};

let failed = false;
const row = (name, ...cells) => process.stdout.write(`${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(10)).join('')}\n`);
const sum = (texts, size) => texts.reduce((all, text) => all + size(text), 0);
const brotliSize = (text) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;
row('script', 'plain', 'gzip', 'brotli', 'bar', 'limit');
for (const [name, { scripts, bar, limit }] of Object.entries(LIMITS)) {
  const texts = scripts.map((script) => readFileSync(join(ROOT, 'packages/tracker/dist/scripts', script)));
  const brotli = sum(texts, brotliSize);
  const gzip = sum(texts, (text) => gzipSync(text, { level: 9 }).length);
  row(
    name,
    sum(texts, (text) => text.length),
    gzip,
    brotli,
    bar,
    limit,
  );
  if (brotli > limit) {
    process.stderr.write(`${name}: ${brotli} bytes after brotli, at most ${limit} are allowed\n`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
