import { chromium, firefox, type BrowserContext } from 'playwright-core';
import { CHROMIUM } from './chromium.ts';
import { FIREFOX } from './firefox/firefox.ts';

/** Whether the tests run in Firefox, which is asked for by `TEST_BROWSER=firefox`. */
export const IN_FIREFOX = process.env.TEST_BROWSER === 'firefox';

/** A browser for the tests of a file. */
export const launchBrowser = () => (IN_FIREFOX ? firefox.launch(FIREFOX) : chromium.launch(CHROMIUM));

/** A browser on a profile of its own on disk. */
export const openProfile = (profile: string): Promise<BrowserContext> =>
  IN_FIREFOX ? firefox.launchPersistentContext(profile, FIREFOX) : chromium.launchPersistentContext(profile, CHROMIUM);
