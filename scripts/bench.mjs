import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT, run } from './run.mjs';

/** `npm run bench [-- trial …]`: measures, prints, and adds the figures to bench/results.md. */
await ensureInstalled();
await ensureBuilt();
const outdir = join(ROOT, '.cache/bench');
mkdirSync(outdir, { recursive: true });
const programs = readdirSync(join(ROOT, 'bench/load')).map((name) => join(ROOT, 'bench/load', name));
await build({
  entryPoints: [join(ROOT, 'bench/run.ts'), ...programs],
  outdir,
  outbase: join(ROOT, 'bench'),
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
await run(process.execPath, [join(outdir, 'run.js'), ...process.argv.slice(2)]);
