import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { consoleAddresses, consoleRoutes, ROUTES_ELSEWHERE } from './console/console-addresses.ts';
import { furnish } from './console/furnish.ts';
import { layoutShift, watchLayoutShift } from './console/layout-shift.ts';
import { firstOwner, type Owner } from './console/owner.ts';
import { settled } from './console/settled.ts';
import { freePort, startServer, type RunningServer } from './server.ts';

const UNKNOWN = { flight: '', session: '', person: '' };
/** What the field calls good. */
const SHIFT_AT_MOST = 0.1;

let dataDir: string;
let server: RunningServer;
let browser: Browser;
let owner: Owner;
let context: BrowserContext;
let pathOf: Map<string, string>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sightline-pages-'));
  server = await startServer({ dataDir, port: await freePort(), env: { SIGHTLINE_RATE_LIMIT: '0' } });
  browser = await launchBrowser();
  owner = await firstOwner(browser, server);
  pathOf = new Map(consoleAddresses(await furnish(browser, server, owner)).map(({ name, path }) => [name, path]));
  context = await browser.newContext({ storageState: owner.state, viewport: { width: 1440, height: 900 } });
  await watchLayoutShift(context);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

test('every route of the console is among the pages that are looked at here', () => {
  const looked = new Set(consoleAddresses(UNKNOWN).map(({ route }) => route));
  expect(consoleRoutes().filter((route) => !looked.has(route))).toEqual(ROUTES_ELSEWHERE);
});

test.each(consoleAddresses(UNKNOWN).map(({ name }) => name))(
  '%s fits a desk and a phone, holds up to axe in light and dark, and does not jump while it loads',
  async (name) => {
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.goto(`${server.url}${pathOf.get(name) ?? ''}`);
    await settled(page);
    expect.soft(await layoutShift(page), 'layout shift').toBeLessThanOrEqual(SHIFT_AT_MOST);
    expect.soft(await page.title(), 'title').toMatch(name === 'not-found' ? /^Sightline$/ : /.+ · Sightline$/);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(200);
      expect.soft(await overflow(page), `wider than ${width} px`).toBe(0);
      expect.soft(await accessibilityFaults(page), `${name} at ${width} px`).toEqual([]);
    }
    expect(troubles).toEqual([]);
    await page.close();
  },
);

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
