import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT, run } from './run.mjs';

/** `node scripts/make-visits.mjs --out DIR`: made-up visits of a shop, five million events where nothing else is said. */
await ensureInstalled();
await ensureBuilt();
const outdir = join(ROOT, '.cache/bench');
mkdirSync(outdir, { recursive: true });
await build({
  entryPoints: [join(ROOT, 'bench/make-visits.ts')],
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
await run(process.execPath, [join(outdir, 'make-visits.js'), ...process.argv.slice(2)]);
