/// <reference lib="dom" />
import type { RecordingManifest, SessionPage } from '@sightline/protocol';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import type { LoopbackSite } from './loopback-site.ts';
import { visitedPage } from './player/visited-page.ts';
import { startServer, type RunningServer } from './server.ts';

/** The machine may be busy with other suites. */

let installation: FreshInstallation;
let server: RunningServer;
let owner: Desk;
let visit: BrowserContext;
let site: LoopbackSite;

beforeAll(async () => {
  installation = await freshInstallation('player-live');
  ({ server } = installation);
  site = await visitedPage({ tracker: server.url, token: await installation.token() });
  visit = await installation.browser.newContext();
  owner = await installation.ownersDesk();
});
afterAll(async () => {
  await server?.stop();
  await installation?.close();
  await site?.close();
});

async function runningSession(): Promise<string> {
  const flight = await owner.flight();
  const first = async () => (await owner.get<SessionPage>(`/sessions?flight=${flight}`)).sessions[0]?.id;
  await expect.poll(first).toBeDefined();
  return (await first()) ?? '';
}

async function watcher(session: string): Promise<Page> {
  const desk = await owner.context.newPage();
  desk.on('pageerror', (error) => installation.troubles.push(String(error)));
  await desk.goto(`${server.url}/sessions/${session}`);
  await desk.getByRole('toolbar', { name: 'Replay' }).getByRole('button', { name: 'Live' }).click();
  return desk;
}

/** Adds a numbered line to a visited page. */
const change = (page: Page, number: number) =>
  page.evaluate(
    (text) => document.body.append(Object.assign(document.createElement('p'), { className: 'line', textContent: text })),
    `${number}`,
  );
/** The numbered lines that a replay shows. */
const lines = (desk: Page) =>
  desk.evaluate(() => {
    const frame = [...document.querySelectorAll('iframe')].find((each) => !each.closest('[data-waiting]'));
    return [...(frame?.contentDocument?.querySelectorAll('.line') ?? [])].map(({ textContent }) => textContent).join(' ');
  });

test('several watch a running session through a restart of the server, a late watcher and a new tab: nothing is missing, nothing doubled', async () => {
  const page = await visit.newPage();
  await page.goto(site.url);
  await change(page, 0);
  const session = await runningSession();
  const desks = [await watcher(session), await watcher(session)];
  for (const desk of desks) await expect.poll(() => lines(desk)).toBe('0');

  for (const number of [1, 2, 3]) await change(page, number);
  for (const desk of desks) await expect.poll(() => lines(desk)).toBe('0 1 2 3');

  await server.kill();
  for (const number of [4, 5]) {
    await change(page, number);
    await page.waitForTimeout(600);
  }
  server = await startServer(installation.server);
  for (const desk of desks) await expect.poll(() => lines(desk)).toBe('0 1 2 3 4 5');
  desks.push(await watcher(session));
  await change(page, 6);
  for (const desk of desks) await expect.poll(() => lines(desk)).toBe('0 1 2 3 4 5 6');

  const second = await visit.newPage();
  await second.goto(site.url);
  await change(second, 100);
  await second.mouse.click(50, 50);
  for (const desk of desks) await expect.poll(() => lines(desk)).toBe('100');

  // Watchers are told before the store has it.
  const stored = async () => {
    const { complete, tabs } = await owner.get<RecordingManifest>(`/sessions/${session}/recording`);
    return { complete, missing: tabs.map(({ missing }) => missing) };
  };
  await expect.poll(stored).toEqual({ complete: true, missing: [[], []] });
  expect(installation.troubles).toEqual([]);
});

test('who may not see a session hears nothing of it', async () => {
  const session = await runningSession();
  const nobody = await installation.browser.newContext();
  const answers = await Promise.all([
    nobody.request.get(`${server.url}/api/v1/sessions/${session}/news`),
    owner.context.request.get(`${server.url}/api/v1/sessions/${crypto.randomUUID()}/news`),
  ]);
  expect(answers.map((answer) => answer.status())).toEqual([401, 404]);
  await nobody.close();
});

test('the live monitor goes on after a restart of the server', async () => {
  const desk = await owner.context.newPage();
  await desk.goto(`${server.url}/live`);
  const [page] = visit.pages();
  const silent = desk.getByRole('status').filter({ hasText: 'The server does not answer' });
  await expect.poll(() => desk.getByRole('row').count()).toBeGreaterThan(1);
  await server.kill();
  await silent.waitFor();
  server = await startServer(installation.server);
  await silent.waitFor({ state: 'hidden' });
  await page?.evaluate(() => history.pushState({}, '', '/after-the-restart'));
  await desk.getByText('/after-the-restart').first().waitFor();
  await desk.close();
});
