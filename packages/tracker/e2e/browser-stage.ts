import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from '../../../e2e/browser.ts';
import { createCollector, type Collector } from './collector.ts';

/** What the tests of a file play on: one browser, and for each test a profile and a collector, which hears nothing malformed. */
export interface BrowserStage {
  readonly context: BrowserContext;
  readonly collector: Collector;
}

/** Sets the stage before each test of the file, and clears it afterwards. */
export function browserStage(options: BrowserContextOptions = {}): BrowserStage {
  let browser: Browser;
  let context: BrowserContext;
  let collector: Collector;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    collector = createCollector();
    await collector.listen();
    context = await browser.newContext(options);
  });
  afterEach(async () => {
    await context.close();
    await collector.close();
    expect(collector.wrong).toEqual([]);
  });
  return {
    get context() {
      return context;
    },
    get collector() {
      return collector;
    },
  };
}
