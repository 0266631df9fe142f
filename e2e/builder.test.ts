import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import { openShadows } from './open-shadows.ts';
import type { RunningServer } from './server.ts';

let installation: FreshInstallation;
let server: RunningServer;
let context: BrowserContext;
let desk: Page;
let get: Desk['get'];
let site: Page;
let flight: string;
let overlay: Locator;

beforeAll(async () => {
  installation = await freshInstallation('builder');
  ({ server } = installation);
  const owner = await installation.ownersDesk();
  ({ context, page: desk, get } = owner);
  await openShadows(context);
  flight = await owner.flight();
});

afterAll(() => installation?.close());

const settings = () =>
  get<{ versions: { version: number; createdBy: string; settings: { logui: Record<string, unknown> | null } }[] }>(
    `/flights/${flight}/settings`,
  );

test('the console opens the site with the builder on top, and the address keeps no trace of the grant', async () => {
  await desk.goto(`${server.url}/flights/${flight}/settings`);
  await desk.getByRole('button', { name: 'Open builder' }).click();
  const opened = context.waitForEvent('page');
  await desk.getByRole('button', { name: 'Open the page with the builder' }).click();
  site = await opened;
  overlay = site.locator('sightline-builder');
  await overlay.getByRole('dialog', { name: 'Sightline builder' }).waitFor();
  expect(site.url()).toBe(`${server.url}/shop/products.html`);
  expect(await site.evaluate(() => window.opener)).toBeNull();
});

test('pointing at an element proposes lasting selectors with their counts; the page hears nothing of the click', async () => {
  const before = await site.locator('.basket span').textContent();
  await site.getByRole('button', { name: 'Vases' }).click();
  const proposals = overlay.locator('label.choice');
  await proposals.first().waitFor();
  const texts = await proposals.allTextContents();
  expect(texts).toContain('button.chip5 here');
  expect(texts.filter((text) => text.includes('nth-of-type'))).toEqual([expect.stringMatching(/by place only$/)]);
  expect(await site.getByRole('button', { name: 'Vases' }).getAttribute('aria-pressed')).toBe('false');
  expect(await site.locator('.basket span').textContent()).toBe(before);
  expect(await accessibilityFaults(site, 'sightline-builder')).toEqual([]);
});

test('a group is made, tried on the page, and says what it would log', async () => {
  await overlay.locator('label.choice').filter({ hasText: 'button.chip5' }).getByRole('radio').first().check();
  await overlay.getByLabel('Name in the log').fill('FILTER');
  await overlay.getByLabel('Name of the group').fill('filters');
  await overlay.getByRole('button', { name: 'Add a value' }).click();
  await overlay.getByLabel('called').fill('pressed');
  await overlay.getByLabel('named').fill('aria-pressed');
  await overlay.getByRole('button', { name: 'Take group' }).click();
  await overlay.getByRole('button', { name: 'Move to the other side' }).click();
  await site.getByRole('button', { name: 'Bowls' }).click();
  const logged = overlay.getByRole('list', { name: 'What would be logged' }).getByRole('listitem');
  await logged.filter({ hasText: 'FILTER' }).first().waitFor();
  expect(await logged.first().textContent()).toContain('"name":"pressed"');
  expect(await site.getByRole('button', { name: 'Bowls' }).getAttribute('aria-pressed')).toBe('true');
});

test('what is saved becomes the next version, in the account’s name, and nothing was recorded meanwhile', async () => {
  await overlay.getByRole('button', { name: 'Save as version 1' }).click();
  await overlay.getByText('Saved as version 1.').waitFor();
  const { versions } = await settings();
  expect(versions[0]).toMatchObject({
    version: 1,
    createdBy: 'Ada Byron',
    settings: {
      logui: {
        filters: {
          selector: 'button.chip',
          event: 'mouseClick',
          name: 'FILTER',
          properties: { primary: { name: 'FILTER' } },
          metadata: [{ nameForLog: 'pressed', sourcer: 'elementAttribute', lookFor: 'aria-pressed' }],
        },
      },
    },
  });
  expect(await get(`/flights/${flight}/health`)).toMatchObject({ events: 0 });
  await desk.bringToFront();
  await desk.getByText('Version 1', { exact: true }).first().waitFor();
  await desk.getByRole('rowheader', { name: 'filters' }).waitFor();
  await desk.keyboard.press('Escape');
  expect(await accessibilityFaults(desk)).toEqual([]);
});

test('a version that the builder has not seen is not overwritten', async () => {
  const { versions } = await settings();
  const changed = { ...versions[0]?.settings, events: [] };
  await context.request.put(`${server.url}/api/v1/flights/${flight}/settings`, { data: { version: 1, settings: changed } });
  await site.bringToFront();
  await overlay.getByRole('button', { name: 'Remove filters' }).click();
  await overlay.getByRole('button', { name: 'Save as version 2' }).click();
  await overlay.getByText('saved version 2 in the meantime').waitFor();
  expect((await settings()).versions[0]?.settings.logui).toHaveProperty('filters');
});

test('the builder stays with the tab until it is left, and a made-up grant opens nothing', async () => {
  await site.goto(`${server.url}/shop/cart.html`);
  await overlay.getByRole('dialog').waitFor();
  await overlay.getByRole('button', { name: 'Leave' }).click();
  await overlay.waitFor({ state: 'detached' });
  const stranger = await context.newPage();
  const warned = stranger.waitForEvent('console', (message) => message.text().includes('link is over'));
  await stranger.goto(`${server.url}/shop/products.html#sightline-builder=made.up`);
  await warned;
  expect(await stranger.locator('sightline-builder').count()).toBe(0);
  await stranger.reload();
  // The page as visitors see it.
  await expect.poll(async () => (await get<{ events: number }>(`/flights/${flight}/health`)).events).toBeGreaterThan(0);
});
