import { chromium } from 'playwright-core';
import { CHROMIUM } from './chromium.ts';

/** A browser for the tests of a file. */
export const launchBrowser = () => chromium.launch(CHROMIUM);
