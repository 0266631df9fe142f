import { fileURLToPath } from 'node:url';

/** The Firefox that is installed, which Playwright drives by WebDriver BiDi, over the bridge beside this file. */
export const FIREFOX = {
  channel: 'moz-firefox',
  executablePath: fileURLToPath(new URL('bridge.mjs', import.meta.url)),
  env: { ...process.env, FIREFOX_PATH: process.env.FIREFOX_PATH ?? '/usr/bin/firefox' },
};
