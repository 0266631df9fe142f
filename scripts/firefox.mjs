import { existsSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { endWith, tool } from './run.mjs';

/** `npm run firefox`: the tracker's browser tests, or those named, in an installed Firefox instead of Chromium. */
const PLACES = [process.env.FIREFOX_PATH, '/usr/bin/firefox', '/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'];

try {
  await ensureInstalled();
  await ensureBuilt();
  const path = PLACES.find((place) => place && existsSync(place));
  if (!path) throw new Error(`No Firefox found. Install one, or set FIREFOX_PATH. Looked in: ${PLACES.filter(Boolean).join(', ')}`);
  const env = { ...process.env, TEST_BROWSER: 'firefox', FIREFOX_PATH: path };
  await tool('vitest', ['run', '--config', 'packages/tracker/e2e/vitest.config.ts', ...process.argv.slice(2)], { env });
} catch (error) {
  endWith(error);
}
