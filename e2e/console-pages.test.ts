import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { consoleAddresses, consoleRoutes, ROUTES_ELSEWHERE } from './console/console-addresses.ts';
import { furnish } from './console/furnish.ts';
import { layoutShift, watchLayoutShift } from './console/layout-shift.ts';
import { settled } from './console/settled.ts';
import { freshInstallation, type FreshInstallation } from './fresh-installation.ts';
import { firstOwner } from './owner.ts';
import type { RunningServer } from './server.ts';
import { SOON } from './patience.ts';

const UNKNOWN = { flight: '', session: '', person: '' };
/** What the field calls good. */
const SHIFT_AT_MOST = 0.1;
const FIRST_VIEW_BYTES = 250_000;

let installation: FreshInstallation;
let server: RunningServer;
let context: BrowserContext;
let pathOf: Map<string, string>;
/** Pages that were looked at: another address in one costs half of what a new one does. */
const free: Page[] = [];

beforeAll(async () => {
  installation = await freshInstallation('pages', { SIGHTLINE_RATE_LIMIT: '0' });
  ({ server } = installation);
  const { browser } = installation;
  const owner = await firstOwner(browser, server);
  pathOf = new Map(consoleAddresses(await furnish(browser, server, owner)).map(({ name, path }) => [name, path]));
  context = await browser.newContext({ storageState: owner.state, viewport: { width: 1440, height: 900 } });
  await watchLayoutShift(context);
});

afterAll(() => installation?.close());

test('every route of the console is among the pages that are looked at here', () => {
  const looked = new Set(consoleAddresses(UNKNOWN).map(({ route }) => route));
  expect(consoleRoutes().filter((route) => !looked.has(route))).toEqual(ROUTES_ELSEWHERE);
});

test.concurrent.for(consoleAddresses(UNKNOWN).map(({ name }) => name))(
  '%s fits a desk and a phone, holds up to axe in light and dark, and does not jump while it loads',
  async (name, { expect: told }) => {
    const page = free.pop() ?? (await context.newPage());
    const troubles: string[] = [];
    const hear = (error: Error) => troubles.push(String(error));
    page.on('pageerror', hear);
    await page.goto(`${server.url}${pathOf.get(name) ?? ''}`);
    await settled(page);
    told.soft(await layoutShift(page), 'layout shift').toBeLessThanOrEqual(SHIFT_AT_MOST);
    told.soft(await page.title(), 'title').toMatch(name === 'not-found' ? /^Sightline$/ : /.+ · Sightline$/);
    for (const width of [390, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(200);
      told.soft(await overflow(page), `wider than ${width} px`).toBe(0);
      if (width !== 1024) told.soft(await accessibilityFaults(page), `${name} at ${width} px`).toEqual([]);
    }
    page.off('pageerror', hear);
    told(troubles).toEqual([]);
    free.push(page);
  },
);

test('the first view is at most 250 kB of script', async () => {
  const page = await context.newPage();
  await page.goto(server.url);
  await settled(page);
  const bytes = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  expect(bytes).toBeLessThanOrEqual(FIRST_VIEW_BYTES);
  expect(bytes).toBeGreaterThan(100_000);
  await page.close();
});

/** What somebody does on a page, and what says that it was done. */
const VIEWS: [page: string, what: string, act: (page: Page) => Promise<void>, shown: (page: Page) => Locator][] = [
  [
    'sessions',
    'an order',
    (page) => page.getByRole('columnheader', { name: 'Clicks' }).getByRole('button').click(),
    (page) => page.locator('[role="columnheader"][aria-sort="descending"]', { hasText: 'Clicks' }),
  ],
  [
    'sessions',
    'a search',
    (page) => page.getByRole('searchbox').first().fill('nothing-is-called-this'),
    (page) => page.getByRole('heading', { level: 2 }).first(),
  ],
  [
    'people',
    'people without identity, by their page views',
    async (page) => {
      await page.getByRole('button', { name: 'Without identity' }).click();
      await page.getByRole('columnheader', { name: 'Pages' }).getByRole('button').click();
    },
    (page) => page.locator('[role="columnheader"][aria-sort="descending"]', { hasText: 'Pages' }),
  ],
  [
    'overview',
    'numbers as a table',
    (page) => page.getByRole('button', { name: 'As a table' }).click(),
    (page) => page.getByRole('grid', { name: 'Over time' }),
  ],
  [
    'study',
    'an open participant',
    (page) => page.getByRole('button', { name: /^P-/ }).first().click(),
    (page) => page.getByRole('button', { name: 'Withdraw and erase …' }),
  ],
  [
    'session',
    'what lies open beside a replay',
    (page) => page.getByRole('tab', { name: 'Details' }).click(),
    (page) => page.getByRole('tab', { name: 'Details', selected: true }),
  ],
  [
    'settings',
    'a tab',
    (page) => page.getByRole('tab', { name: 'JSON' }).click(),
    (page) => page.getByRole('tab', { name: 'JSON', selected: true }),
  ],
  [
    'sessions',
    'a time range',
    async (page) => {
      await page.getByRole('button', { name: /^Time range/ }).click();
      await page.getByRole('button', { name: 'Last 24 hours' }).click();
    },
    (page) => page.getByRole('button', { name: 'Time range: Last 24 hours' }),
  ],
];

test.each(VIEWS)('the address of %s restores %s', async (name, _, act, shown) => {
  const page = await context.newPage();
  page.setDefaultTimeout(SOON.timeout);
  await page.goto(`${server.url}${pathOf.get(name) ?? ''}`);
  await settled(page);
  await act(page);
  await shown(page).waitFor();
  // The address follows what is typed a moment later.
  await settled(page);
  const address = page.url();
  await page.close();
  const again = await context.newPage();
  again.setDefaultTimeout(SOON.timeout);
  await again.goto(address);
  await shown(again).waitFor();
  await again.close();
});

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
