import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type DrivenBrowser, type DrivenTab } from './driven-browser.ts';
import { freePort, sightline, startServer, type RunningServer } from './server.ts';
import { openSite } from './tracked-site.ts';

/** A browser without Web Locks and without BroadcastChannel. */
const OLD = `delete Navigator.prototype.locks; delete window.BroadcastChannel;`;

const dataDir = mkdtempSync(join(tmpdir(), 'sightline-lease-'));
const profile = mkdtempSync(join(tmpdir(), 'sightline-profile-'));
let server: RunningServer;
let site: Awaited<ReturnType<typeof openSite>>;
let browser: DrivenBrowser;

beforeAll(async () => {
  server = await startServer({ dataDir, port: await freePort() });
  site = await openSite({ tracker: server.url, token: (await sightline(dataDir, ['token', '--flight', 'default'])).trim() });
  browser = await openBrowser(profile);
});
afterAll(async () => {
  await browser.kill();
  await site.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const open = async (): Promise<DrivenTab> => {
  const tab = await browser.open(`${site.url}/0`, { newWindow: true, before: OLD });
  await tab.evaluate(
    `new Promise((resolve) => { const look = () => (window.sightline ? window.sightline.presence.then(() => resolve()) : setTimeout(look, 20)); look(); })`,
  );
  return tab;
};
const leaderOf = (tab: DrivenTab) => tab.evaluate(`localStorage.getItem('sightline-leader')?.split(' ')[0] ?? ''`);
const ran = async (of: DrivenTab[]) => (await Promise.all(of.map((tab) => tab.evaluate('window.ran')))).map(Number);
const timesOf = async (tab: DrivenTab) =>
  JSON.parse(String(await tab.evaluate('window.sightline.presence.then((presence) => JSON.stringify(presence.times()))'))) as {
    open: number;
  };

test('without Web Locks and BroadcastChannel tabs share one clock, one leader and one action, and replace a leader that is gone', async () => {
  const first = await open();
  expect(await first.evaluate('[typeof navigator.locks, typeof window.BroadcastChannel].join()')).toBe('undefined,undefined');
  const second = await open();
  const tabs = [first, second];
  for (const tab of tabs) {
    await tab.evaluate(
      `window.ran = 0; window.sightline.presence.then((presence) => presence.onActive(2, () => { window.ran += 1; }, { clock: 'visible' })); undefined`,
    );
  }
  await expect.poll(async () => (await ran(tabs)).reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(new Set(await Promise.all(tabs.map((tab) => tab.evaluate('window.sightline.sessionId()')))).size).toBe(1);

  // One clock: neither tab counts the time of both.
  const [one, other] = await Promise.all(tabs.map(timesOf));
  expect(Math.abs((one?.open ?? 0) - (other?.open ?? 0))).toBeLessThan(1_500);

  const leader = await leaderOf(second);
  expect(leader).not.toBe('');
  await first.close();
  await wait(200);
  await second.evaluate(
    `window.ran = 0; window.sightline.presence.then((presence) => presence.onActive(5, () => { window.ran += 1; }, { clock: 'visible', name: 'later' })); undefined`,
  );
  await expect.poll(() => ran([second])).toEqual([1]);
  expect(await leaderOf(second)).not.toBe('');
});
