// Takes pictures of every page of the console, with nothing, one thing and much in it, at three widths, light and dark, into ./screens/.
//
//   npm run screens
//   npm run screens -- --only people --with much
//
// It starts servers of its own on directories of their own. `--much DIR` takes another data directory with much in it than the made-up visits.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureChromium } from './programs.mjs';
import { runBundled } from './run-bundled.mjs';
import { ROOT, run } from './run.mjs';

const VISITS = join(ROOT, '.cache/visits-3000');

await ensureInstalled();
await ensureBuilt();
const given = process.argv.slice(2);
const isMuchGiven = given.includes('--much');
if (!isMuchGiven && !existsSync(VISITS)) await run(process.execPath, ['scripts/make-visits.mjs', '--out', VISITS, '--sessions', '3000']);
const args = [...given, ...(isMuchGiven ? [] : ['--much', VISITS])];
const env = { ...process.env, CHROME_PATH: await ensureChromium() };
await runBundled('e2e/console/take-screens.ts', args, { outdir: join(ROOT, '.cache/screens'), env });
