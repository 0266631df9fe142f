import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import { OWNER } from './owner.ts';
import type { RunningServer } from './server.ts';
import { SOON } from './patience.ts';

// One installation from its first minute on: each test goes on where the one before it stopped.
let installation: FreshInstallation;
let server: RunningServer;
let context: BrowserContext;
let desk: Page;
let get: Desk['get'];
let shop: Page;

beforeAll(async () => {
  installation = await freshInstallation('console');
  ({ server } = installation);
  ({ context, page: desk, get } = await installation.desk());
});

afterAll(() => installation?.close());

const events = async (): Promise<number> => (await flight()).health.events;

/** The one flight there is, as the API tells it, and what has arrived in it. */
async function flight() {
  const { applications } = await get<{ applications: { flights: { id: string; active: boolean; tokens: { token: string }[] }[] }[] }>(
    '/applications',
  );
  const [first] = applications.flatMap(({ flights }) => flights);
  if (!first) throw new Error('expected the default flight, found no flight');
  return { ...first, health: await get<{ events: number; sessions: number }>(`/flights/${first.id}/health`) };
}

/** Waits until nothing more arrives, and answers how much that is. */
async function settled(): Promise<number> {
  let before = -1;
  await vi.waitFor(
    async () => {
      const now = await events();
      const is = now === before;
      before = now;
      expect(is).toBe(true);
    },
    { ...SOON, interval: 1_200 },
  );
  return before;
}

async function signIn() {
  await desk.getByLabel('Email').fill(OWNER.email);
  await desk.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor();
}

test('the link that the first start prints makes the owner’s account, once', async () => {
  const link = /http:\/\/\S+\/setup#\S+/.exec(server.output())?.[0] ?? '';
  await desk.goto(link);
  await desk.getByRole('heading', { name: 'Welcome to Sightline' }).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);

  await desk.getByLabel('Name').fill(OWNER.name);
  await desk.getByLabel('Email').fill(OWNER.email);
  await desk.getByLabel('Password', { exact: true }).fill('short');
  await desk.getByRole('button', { name: 'Create account and go on' }).click();
  await desk.getByText('The password needs at least 10 characters.').waitFor();
  await desk.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await desk.getByRole('button', { name: 'Create account and go on' }).click();

  await desk.getByRole('heading', { name: 'What do you want to look at?' }).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByRole('link', { name: 'Try it in the example shop' }).click();
  await desk.getByRole('heading', { name: 'See your first event arrive' }).waitFor();
  const { tokens } = await flight();
  await desk.getByLabel('Script tag').getByText(`sightline.js?token=${tokens[0]?.token}`).waitFor();
  await desk.getByText('Waiting for the first event …').waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
});

test('an empty list says what will be here', async () => {
  const empty = await context.newPage();
  await empty.goto(`${server.url}/sessions`);
  await empty.getByRole('heading', { name: 'Here will be a line for every visit' }).waitFor();
  expect.soft(await accessibilityFaults(empty)).toEqual([]);
  await empty.close();
});

test('a click in the example shop arrives, and the first look says so', async () => {
  shop = await context.newPage();
  await shop.goto(`${server.url}/shop/products.html`);
  await shop.getByRole('button', { name: 'Vases' }).click();
  await desk.bringToFront();
  await desk.getByText(/It arrived: \d+ events in 1 session\./).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByRole('link', { name: 'Look at the session' }).waitFor();
  await desk.getByRole('link', { name: 'Go to the console' }).click();
});

test('the session is listed, and its page shows the click with its details, complete', async () => {
  const grid = desk.getByRole('grid', { name: 'Sessions' });
  await grid.getByRole('row').nth(1).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await grid.getByRole('link').first().click();

  const list = desk.getByRole('treegrid', { name: 'Events' });
  const click = list
    .getByRole('row')
    .filter({ has: desk.getByTitle('click', { exact: true }) })
    .first();
  await click.click();
  await expect.poll(() => click.getAttribute('aria-expanded')).toBe('true');
  await list.getByText('"trusted": true').waitFor();
  await desk.getByText(/^Complete \d+\/\d+$/).waitFor();
  await desk.getByText('Every event that the page numbered is stored.').waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await click.click();
});

test('the headline fits any width, and every measure is one tab away, by group and searchable', async () => {
  for (const width of [1440, 1024, 390]) {
    await desk.setViewportSize({ width, height: 900 });
    await desk.locator('dt', { hasText: 'Session duration' }).waitFor();
    expect.soft(await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth), `overflow at ${width} px`).toBe(0);
  }
  await desk.setViewportSize({ width: 1440, height: 900 });
  await desk.getByRole('tab', { name: 'Measures' }).click();
  const measures = desk.getByRole('tabpanel', { name: 'Measures' });
  await measures.getByRole('heading', { name: 'Time and presence' }).waitFor();
  // Nobody looked at anything here that an eye tracker told of: what cannot be measured is not listed.
  expect(await measures.getByRole('heading', { name: 'Gaze' }).count()).toBe(0);
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await measures.getByRole('searchbox', { name: 'Search in measures' }).fill('rage_clicks.seed');
  await measures.getByText('Rage clicks').first().waitFor();
  expect(await measures.getByRole('heading').allTextContents()).toEqual(['Frustration']);
  await desk.getByRole('tab', { name: 'Details' }).click();
});

test('what happens now shows up by itself', async () => {
  const rows = desk
    .getByRole('treegrid')
    .getByRole('row')
    .filter({ has: desk.getByTitle('click', { exact: true }) });
  const before = await rows.count();
  await shop.getByRole('button', { name: 'Bowls' }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
});

test('menus, the palette and a page that is not there hold up to axe as well', async () => {
  for (const name of [/^Collection/, /^Time range/, /Account of/, /^Theme/, /^Flight:/]) {
    await desk.getByRole('button', { name }).click();
    expect.soft(await accessibilityFaults(desk), String(name)).toEqual([]);
    await desk.keyboard.press('Escape');
  }
  await desk.keyboard.press('Control+k');
  await desk.getByRole('combobox').waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await desk.keyboard.press('Escape');

  const away = await context.newPage();
  for (const path of ['/nowhere', '/sessions/00000000-0000-4000-8000-000000000000', '/sessions?search=nobody-is-called-this']) {
    await away.goto(server.url + path);
    await away.locator('h1').waitFor();
    expect.soft(await accessibilityFaults(away), path).toEqual([]);
  }
  await away.route('**/api/v1/applications', (route) =>
    route.fulfill({ status: 500, json: { error: 'x', message: 'It broke.', retry: false } }),
  );
  await away.goto(`${server.url}/sessions`);
  await away.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
  expect.soft(await accessibilityFaults(away), 'a failure').toEqual([]);
  await away.close();
});

test('a flight that is switched off takes nothing, and says so; switched on, it takes events again', async () => {
  await desk.getByRole('link', { name: 'Flights' }).click();
  await desk.getByRole('heading', { name: 'Tokens' }).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);

  await settled();
  const recording = desk.getByRole('switch', { name: 'Recording of flight default' });
  await recording.click({ force: true });
  await desk.getByText('Paused').first().waitFor();
  await expect.poll(async () => (await flight()).active).toBe(false);
  const before = await settled();
  await shop.getByRole('button', { name: 'Jugs' }).click();
  const late = await context.newPage();
  await late.goto(`${server.url}/shop/`);
  await late.getByRole('link', { name: 'Journal' }).first().click();
  expect(await settled()).toBe(before);
  await late.close();

  await recording.click({ force: true });
  await expect.poll(async () => (await flight()).active).toBe(true);
  const again = await context.newPage();
  await again.goto(`${server.url}/shop/journal.html`);
  await expect.poll(events).toBeGreaterThan(before);
  await again.close();
});

test('a revoked token lets nobody in', async () => {
  const { tokens } = await flight();
  await desk.getByRole('button', { name: 'Create token' }).click();
  await expect.poll(async () => (await flight()).tokens.length).toBe(2);
  await desk.getByRole('listitem').filter({ hasText: tokens[0]?.token }).getByRole('button', { name: 'Revoke' }).click();
  await desk.getByText('Pages with this token stop recording. This cannot be undone.').waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Revoke token' }).click();
  await expect.poll(async () => (await flight()).tokens.map(({ token }) => token)).not.toContain(tokens[0]?.token);

  const answer = await context.request.post(`${server.url}/v1/collect`, {
    headers: { origin: server.url, 'content-type': 'text/plain' },
    data: JSON.stringify({
      messageType: 'sightline-collect',
      handshake: {
        messageType: 'logui-handshake-request',
        sessionUUID: null,
        clientTimestamp: Date.now(),
        clientVersion: '0',
        applicationIdentifier: tokens[0]?.token,
        applicationSpecificData: {},
      },
      messages: [],
    }),
  });
  expect(answer.status()).toBeGreaterThanOrEqual(400);
});

test('signed out, nothing is shown; signed in again, one is where one wanted to go', async () => {
  await desk.getByRole('button', { name: /Account of/ }).click();
  await desk.getByRole('menuitem', { name: 'Sign out' }).click();
  await desk.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);

  await desk.goto(`${server.url}/sessions?range=all`);
  await desk.getByLabel('Email').fill(OWNER.email);
  await desk.getByLabel('Password', { exact: true }).fill('not the password');
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('alert').waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await signIn();
  expect(desk.url()).toContain('range=all');
  expect(installation.troubles).toEqual([]);
});
