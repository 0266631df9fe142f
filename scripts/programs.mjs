import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

const PLACES = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of an installed Chrome or Chromium; on Debian and Ubuntu it is installed where missing and allowed. */
export async function ensureChromium() {
  const found = PLACES.find((path) => path && existsSync(path));
  if (found) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    process.stderr.write('Installing Chromium from the system’s packages …\n');
    await run('apt-get', ['update', '-qq'], { quiet: true });
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true });
    return ensureChromium();
  }
  throw new Error(`No Chrome or Chromium found. Install one, or set CHROME_PATH. Looked in: ${PLACES.filter(Boolean).join(', ')}`);
}

/** Installs PostgreSQL's server programs where missing and allowed: the registry's contract runs on a real one. */
export async function ensurePostgres() {
  if (existsSync('/usr/lib/postgresql') || has('initdb')) return;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  process.stderr.write('Installing PostgreSQL from the system’s packages …\n');
  await run('apt-get', ['update', '-qq'], { quiet: true });
  await run('apt-get', ['install', '-y', '-qq', 'postgresql'], { quiet: true });
}

function has(program) {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // `which` fails exactly when there is none.
  }
}
