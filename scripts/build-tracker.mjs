import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './run.mjs';

/** Builds one script per entry of the tracker, for script tags: `dist/scripts/<entry>.js`. */
const entries = join(ROOT, 'packages/tracker/src/entries');

await build({
  entryPoints: readdirSync(entries)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(entries, name)),
  outdir: join(ROOT, 'packages/tracker/dist/scripts'),
  bundle: true,
  minify: true,
  format: 'iife',
  // Optional chaining and `??` are native in every browser since 2020.
  target: 'es2020',
  sourcemap: 'linked',
  legalComments: 'none',
  logLevel: 'warning',
});
