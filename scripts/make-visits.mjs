import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runBundled } from './run-bundled.mjs';
import { ROOT } from './run.mjs';

/** `node scripts/make-visits.mjs --out DIR`: made-up visits of a shop, five million events where nothing else is said. */
await ensureInstalled();
await ensureBuilt();
await runBundled('bench/make-visits.ts', process.argv.slice(2), { outdir: join(ROOT, '.cache/bench') });
