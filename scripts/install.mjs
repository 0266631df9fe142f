import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';

const STAMP = join(ROOT, 'node_modules/.sightline-installed');

/** Installs the dependencies of the lock file, unless exactly these are there already. */
export async function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (installed() === wanted) return;
  process.stderr.write('Installing dependencies (once; about 1 GB, most of it the embedded database) …\n');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  writeFileSync(STAMP, wanted);
}

function installed() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined; // Not installed yet, or by hand: npm ci settles it.
  }
}
