import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { endWith, ROOT, run, tool } from './run.mjs';

const STAMP = join(ROOT, '.cache/built');
const SOURCES = ['packages', 'scripts', 'tsconfig.base.json', 'tsconfig.json', 'package-lock.json'];

/** Builds every package, unless nothing changed since the last time. */
export async function ensureBuilt() {
  const wanted = fingerprint();
  if (built() === wanted) return;
  process.stderr.write('Building …\n');
  const script = (name) => run(process.execPath, [`scripts/${name}.mjs`], { quiet: true });
  const compiled = tool('tsc', ['-b', 'packages/server', 'packages/tracker', 'packages/dashboard']);
  // The console is made of what the compiler makes of the packages; the tracker's scripts of its sources.
  const console = compiled.then(() =>
    Promise.all([tool('vite', ['build', 'packages/dashboard', '--logLevel', 'warn']), script('build-replay-file')]),
  );
  await Promise.all([console, script('build-tracker')]);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(STAMP, wanted);
}

function built() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined; // Never built.
  }
}

/** Names, sizes and times of all sources: reading some hundred entries costs milliseconds, reading the files would not. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(join(ROOT, path));
    if (!stat.isDirectory()) return hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    for (const name of readdirSync(join(ROOT, path)).sort()) {
      if (name !== 'dist' && name !== 'node_modules' && !name.endsWith('.tsbuildinfo')) visit(`${path}/${name}`);
    }
  };
  SOURCES.forEach(visit);
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled().then(ensureBuilt).catch(endWith);
}
