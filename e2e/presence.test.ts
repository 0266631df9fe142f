import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lanesOf, type MeasuredEvent } from '@sightline/metrics';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, type DrivenBrowser, type DrivenTab } from './driven-browser.ts';
import { freePort, sightline, startServer, type RunningServer } from './server.ts';
import { openSite } from './tracked-site.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sightline-presence-'));
let server: RunningServer;
let site: Awaited<ReturnType<typeof openSite>>;
let profile: string;
let browser: DrivenBrowser;

beforeAll(async () => {
  server = await startServer({ dataDir, port: await freePort() });
  site = await openSite({ tracker: server.url, token: (await sightline(dataDir, ['token', '--flight', 'default'])).trim() });
});
afterAll(async () => {
  await site.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'sightline-profile-'));
  browser = await openBrowser(profile);
});
afterEach(async () => {
  await browser.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const visit = async (path = '/0') => {
  const tab = await browser.open(site.url + path);
  await ready(tab);
  return tab;
};
const ready = (tab: DrivenTab) =>
  tab.evaluate(
    'new Promise((resolve) => { const look = () => (window.sightline ? window.sightline.presence.then(() => resolve()) : setTimeout(look, 20)); look(); })',
  );
/** The session is known once the tab has found the others. */
const sessionOf = async (tab: DrivenTab) => {
  await wait(600);
  return String(await tab.evaluate('window.sightline.sessionId()'));
};
const eventsOf = async (session: string): Promise<MeasuredEvent[]> => {
  const text = await sightline(dataDir, ['export', '--flight', 'default', '--session', session]);
  return text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as MeasuredEvent] : []));
};
/** What each tab of a session was, one after the other; a window that is shown has the focus a moment later. */
const statesOf = async (session: string) =>
  lanesOf(await eventsOf(session)).lanes.map(({ spells }) =>
    spells
      .map(({ state }) => state)
      .filter((state) => state !== 'visible')
      .filter((state, index, all) => state !== all[index - 1])
      .join(),
  );

test('a tab that another one covers is hidden, and both are one session', async () => {
  const one = await visit();
  const session = await sessionOf(one);
  await wait(500);
  const two = await visit();
  expect(await sessionOf(two)).toBe(session);
  await wait(500);
  await two.close();
  await wait(500);
  await one.close();
  await expect.poll(async () => new Set(await statesOf(session))).toEqual(new Set(['focused,hidden,focused', 'focused']));
});

test('a killed browser tells, when it is opened again, what it had not told', async () => {
  const one = await visit();
  const session = await sessionOf(one);
  await wait(3_500);
  await browser.kill();
  browser = await openBrowser(profile);
  const two = await visit();
  expect(await sessionOf(two)).toBe(session);
  await expect
    .poll(async () => (await eventsOf(session)).filter(({ details }) => details.recovered === true).length, {
      timeout: 30_000,
      interval: 500,
    })
    .toBe(1);
});

test('an action runs once over two tabs and the pages that follow', async () => {
  const act = `window.ran = 0; window.sightline.presence.then((presence) => presence.onActive(1, () => { window.ran += 1; }, { clock: 'visible' }))`;
  const tabs = [await visit(), await visit()];
  for (const tab of tabs) await tab.evaluate(act);
  const ran = async () => (await Promise.all(tabs.map((tab) => tab.evaluate('window.ran')))).map(Number).reduce((sum, one) => sum + one, 0);
  await expect.poll(ran).toBe(1);
  for (const tab of tabs) {
    await tab.goto(`${site.url}/1`);
    await ready(tab);
    await tab.evaluate(act);
  }
  await wait(4_000);
  expect(await ran()).toBe(0);
});

test('an element with a name is told with the time it was in view', async () => {
  const tab = await visit();
  const session = await sessionOf(tab);
  await wait(1_200);
  await tab.close();
  await expect
    .poll(async () => (await eventsOf(session)).filter(({ name }) => name === 'elementInView').map(({ details }) => details.name), {
      timeout: 30_000,
      interval: 500,
    })
    .toEqual(['price']);
});
