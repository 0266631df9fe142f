import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { keyboard } from './console/keyboard.ts';
import { pastedPage } from './console/pasted-page.ts';
import { freshInstallation, type FreshInstallation } from './fresh-installation.ts';
import type { RunningServer } from './server.ts';

// A newcomer without a mouse, from the link that the first start prints: each test goes on where the one before it stopped.
let installation: FreshInstallation;
let server: RunningServer;
let context: BrowserContext;
let desk: Page;
let keys: ReturnType<typeof keyboard>;
let site: Awaited<ReturnType<typeof pastedPage>>;

beforeAll(async () => {
  installation = await freshInstallation('first-run');
  ({ server } = installation);
  site = await pastedPage();
  ({ context, page: desk } = await installation.desk());
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  keys = keyboard(desk);
});

afterAll(async () => {
  await installation?.close();
  await site?.close();
});

const clipboard = () => desk.evaluate(() => navigator.clipboard.readText());

test('the account is made', async () => {
  await desk.goto(/http:\/\/\S+\/setup#\S+/.exec(server.output())?.[0] ?? '');
  await desk.getByRole('heading', { name: 'Welcome to Sightline' }).waitFor();
  // The first field has the focus already.
  await keys.type('Ada Byron');
  await keys.tabTo('Email');
  await keys.type('ada@example.org');
  await keys.tabTo('Password');
  await keys.type('a kettle full of stars');
  await keys.press('Enter');
  await desk.getByRole('heading', { name: 'What do you want to look at?' }).waitFor();
});

test('application, flight, addresses and what is recorded are named; what is wrong is told', async () => {
  await keys.type('Kiln study');
  await keys.tabTo('Where its pages are');
  await keys.type('kiln.example.org');
  await keys.tabTo(/^Only after visitors agreed/);
  await desk
    .getByText(/kiln\.example\.org/)
    .last()
    .waitFor();
  expect(await accessibilityFaults(desk)).toEqual([]);
  await keys.press('Shift+Tab');
  await keys.press('Shift+Tab');
  await keys.press('Shift+Tab');
  expect((await keys.focused()).name).toBe('Where its pages are');
  await keys.press('Control+a');
  await keys.type(`${site.url}/some/page.html`);
  await keys.tabTo('Create and get the line for my pages');
  await keys.press('Enter');
  await desk.getByRole('heading', { name: 'See your first event arrive' }).waitFor();
  await desk.getByText(`Events are taken from ${site.url}.`).waitFor();
  expect(await accessibilityFaults(desk)).toEqual([]);
});

test('the line is copied, pasted, and the first event leads to its session', async () => {
  await desk.reload();
  await desk.getByText('Waiting for the first event …').waitFor();
  await keys.tabTo('Copy the script tag');
  await keys.press('Enter');
  await desk.getByText('Copied').waitFor();
  site.paste(await clipboard());
  const visitor = await context.newPage();
  await visitor.goto(site.url);
  await visitor.getByRole('button', { name: 'Buy' }).click();
  await desk.bringToFront();
  await desk.getByText(/It arrived: \d+ events? in 1 session\./).waitFor();
  await keys.tabTo('Look at the session');
  await keys.press('Enter');
  await desk.getByRole('heading', { level: 1, name: /^Session/ }).waitFor();
  await visitor.close();
});

test('the console is gone through: skip link, rail, a sorted table, its width, rows to the clipboard, the palette', async () => {
  await desk.goto(`${server.url}/sessions?${new URL(desk.url()).searchParams.toString()}`);
  const grid = desk.getByRole('grid', { name: 'Sessions' });
  await grid.getByRole('link').first().waitFor();
  await keys.tabTo('Skip to content');
  await keys.press('Enter');
  expect(await desk.evaluate(() => document.activeElement?.id)).toBe('main');

  await keys.tabTo('Sessions');
  await keys.press('ArrowDown');
  await keys.press('Control+c');
  await desk.getByText('1 row copied').waitFor();
  expect((await clipboard()).split('\t').length).toBeGreaterThan(5);
  await keys.tabTo('Session');
  await keys.press('ArrowRight');
  await keys.press('ArrowRight');
  await keys.press('Enter');
  await desk.waitForURL(/sort=durationMs/);
  await desk.getByText('Sorted by Duration, highest or newest first').waitFor({ state: 'attached' });
  expect((await keys.focused()).name).toBe('Duration');
  const heading = desk.getByRole('columnheader', { name: 'Duration' });
  const before = (await heading.boundingBox())?.width ?? 0;
  await keys.press('Shift+ArrowRight');
  await expect.poll(async () => (await heading.boundingBox())?.width).toBe(before + 16);
  await desk.reload();
  await grid.getByRole('link').first().waitFor();
  expect((await heading.boundingBox())?.width).toBe(before + 16);

  await keys.press('Control+k');
  await desk.getByRole('combobox').waitFor();
  await keys.type('flights');
  await keys.press('Enter');
  await desk.getByRole('heading', { level: 1, name: 'Flights' }).waitFor();
});

test('a flight is deleted by its name, and restored', async () => {
  await keys.tabTo(/^Delete flight/);
  await keys.press('Enter');
  // The field for the name has the focus now, and says which name it wants.
  const name = /“(.+)”/.exec((await keys.focused()).name)?.[1] ?? '';
  expect(name).not.toBe('');
  await keys.type(name);
  await keys.press('Enter');
  await keys.tabTo('Restore flight');
  await keys.press('Enter');
  await desk.getByRole('button', { name: 'Restore flight' }).waitFor({ state: 'detached' });
  expect(installation.troubles).toEqual([]);
});
