import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshInstallation, type FreshInstallation } from '../fresh-installation.ts';
import { clickInAnger } from './click-in-anger.ts';
import { downloadExport } from './download-export.ts';
import { follow } from './follow.ts';
import { setUp } from './set-up.ts';
import { staticSite } from './static-site.ts';

// A site owner's way from an empty installation to an export: each test goes on where the one before it stopped.
let installation: FreshInstallation;
let site: Awaited<ReturnType<typeof staticSite>>;
let desk: Page;

beforeAll(async () => {
  installation = await freshInstallation('site-owner');
  site = await staticSite();
  ({ page: desk } = await installation.desk());
});
afterAll(async () => {
  await installation?.close();
  await site?.close();
});

const sessions = () => desk.getByRole('grid', { name: 'Sessions' }).getByRole('link');

/** Somebody looks at the bread, presses a button that does nothing, and orders in a second tab. */
async function visit(email: string, presses: number): Promise<void> {
  const { context, page } = await installation.desk({ timezoneId: 'America/New_York', viewport: { width: 1280, height: 800 } });
  await page.goto(site.url);
  await page.getByRole('link', { name: 'Our bread' }).click();
  // The recorder is a script of its own, and this page is to be looked at.
  await page.waitForTimeout(2_000);
  if (presses > 0) await clickInAnger(page.getByRole('button', { name: 'More photographs' }), presses);
  await page.goto(site.url);
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Order in a new tab' }).click();
  const order = await opened;
  await order.getByLabel('Email').fill(email);
  await order.getByRole('button', { name: 'Send' }).click();
  await order.waitForFunction(() => document.title === 'Thank you');
  await order.waitForTimeout(1_000);
  await context.close();
}

test('the line of the first pages goes onto a plain site', async () => {
  const snippet = await setUp(installation.server, desk, { application: 'Bakery', flight: 'live', origin: site.url, record: true });
  expect(snippet).toMatch(/^<script src="http:\/\/127\.0\.0\.1:\d+\/sightline\.js\?token=[\w-]+" defer><\/script>$/);
  site.paste(snippet);
});

test('visits over two tabs arrive, each as one session, without a reload', async () => {
  await visit('grace@example.org', 4);
  await desk.getByText(/It arrived: \d+ events in 1 session\./).waitFor();
  await desk.getByRole('link', { name: 'Go to the console' }).click();
  await sessions().first().waitFor();
  await visit('hopper@example.org', 0);
  await expect.poll(() => sessions().count()).toBe(2);
});

test('people are there by email, with their history on both clocks, and two are merged', async () => {
  await follow(desk, 'People');
  await desk.getByRole('link', { name: 'hopper@example.org' }).waitFor();
  await desk.getByRole('link', { name: 'grace@example.org' }).click();
  const history = desk.getByRole('grid', { name: 'History' });
  const first = history.getByRole('row').filter({ hasText: 'Bakery' }).last();
  await first.waitFor();
  expect(await first.textContent()).toMatch(/\d\d:\d\d:\d\d.*\d\d:\d\d:\d\d UTC−[45].*Bakery/);
  await desk.getByRole('button', { name: 'Merge with another person' }).click();
  const other = desk.getByRole('dialog').getByRole('button', { name: /hopper@example\.org/ });
  await other.click();
  await desk.getByText('2 devices').waitFor();
  await desk.getByText('2 sessions').first().waitFor();
});

test('pages tell what was seen', async () => {
  await follow(desk, 'Pages');
  await desk.getByRole('link', { name: /bread\.html/ }).waitFor();
});

test('the heatmap shows the button that did nothing, and the session with the rage click is replayed', async () => {
  await follow(desk, 'Heatmaps');
  await desk.getByRole('combobox', { name: 'Page', exact: true }).click();
  await desk.getByRole('option', { name: /bread/ }).click();
  await desk.getByText('Building the recorded page …').waitFor({ state: 'detached' });
  const row = desk.getByRole('region', { name: 'Elements' }).getByRole('row').filter({ hasText: '#more' });
  await expect.poll(async () => (await row.getByRole('cell').allTextContents()).slice(1, 4)).toEqual(['4100 %', '50 %', '1']);

  await follow(desk, 'Sessions');
  // The first visit is the older one.
  await sessions().nth(1).click();
  const stage = desk.frameLocator('iframe').last();
  const rage = desk.locator('dt', { hasText: 'Rage clicks' }).locator('..');
  await expect.poll(() => rage.textContent()).toMatch(/Rage clicks[1-9]/);
  await rage.getByRole('button').click();
  await stage.getByText('Rye, wheat and spelt').waitFor();
});

test('a funnel tells how many came from the bread to the order', async () => {
  await follow(desk, 'Measures');
  await desk.getByRole('link', { name: 'Funnels' }).click();
  for (const path of ['/bread.html', '/order.html']) {
    await desk.getByRole('button', { name: 'Add a step' }).click();
    await desk.getByRole('button', { name: new RegExp(`^${path}`) }).click();
  }
  await desk.getByText('100 % went on').first().waitFor();
});

test('everything is exported, and one session is erased, exports that hold it included', async () => {
  const file = await downloadExport(desk);
  expect(file.suggestedFilename()).toMatch(/\.zip$/);

  await follow(desk, 'Sessions');
  await sessions().first().click();
  await desk.getByRole('tab', { name: 'Details' }).click();
  await desk.getByRole('button', { name: 'Erase this session …' }).click();
  const name = /“(.*)”/.exec((await desk.getByText(/^Type “/).textContent()) ?? '')?.[1] ?? '';
  await desk.getByLabel(`Type “${name}” to erase it`).fill(name);
  await desk.getByRole('button', { name: `Erase session ${name}` }).click();
  await desk.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor();
  await expect.poll(() => sessions().count()).toBe(1);
  await follow(desk, 'Export');
  await desk.getByText('It may have held erased data.').waitFor();
  expect(installation.troubles).toEqual([]);
});
