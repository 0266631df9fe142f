import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runBundled } from './run-bundled.mjs';
import { ROOT } from './run.mjs';

/** `npm run bench [-- trial …]`: measures, prints, and adds the figures to bench/results.md. */
await ensureInstalled();
await ensureBuilt();
const beside = readdirSync(join(ROOT, 'bench/load')).map((name) => join(ROOT, 'bench/load', name));
await runBundled('bench/run.ts', process.argv.slice(2), { outdir: join(ROOT, '.cache/bench'), beside });
