import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fillWithSecrets, SECRETS } from '../packages/tracker/e2e/fill-with-secrets.ts';
import { spellings } from '../packages/tracker/e2e/spellings.ts';
import { freshInstallation, type FreshInstallation } from './fresh-installation.ts';
import { loopbackSite, type LoopbackSite } from './loopback-site.ts';
import { sightline, type RunningServer } from './server.ts';
import { SOON } from './patience.ts';

const pages = new URL('../packages/tracker/e2e/pages/', import.meta.url);
let installation: FreshInstallation;
let server: RunningServer;
let site: LoopbackSite;

beforeAll(async () => {
  installation = await freshInstallation('recording');
  ({ server } = installation);
  site = await openPages(await installation.token());
});
afterAll(async () => {
  await installation?.close();
  await site?.close();
});

/** The pages of the tracker's own tests, recorded by the real server. */
const openPages = (token: string): Promise<LoopbackSite> =>
  loopbackSite((request, response) => {
    const name = (request.url ?? '/').slice(1).replace(/[?#].*/, '');
    try {
      const text = readFileSync(new URL(name, pages), 'utf8');
      const types: Record<string, string> = { css: 'text/css', svg: 'image/svg+xml' };
      response.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8');
      response.end(text.replace('src="/sightline.js"', `src="${server.url}/sightline.js"`).replace('sl_test', token));
    } catch {
      response.writeHead(404).end();
    }
  });

interface Recorded {
  events: { type: number; timestamp: number; data: Record<string, unknown> }[];
}
const recordingOf = async (session: string) => (await (await fetch(`${server.url}/api/session/${session}/recording`)).json()) as Recorded;
const visit = async (path: string): Promise<{ page: Page; session: string }> => {
  const page = await installation.browser.newPage();
  await page.goto(site.url + path);
  await page.waitForFunction(() => (window as unknown as { sightline?: { sessionId(): string } }).sightline?.sessionId());
  const session = await page.evaluate(() => (window as unknown as { sightline: { sessionId(): string } }).sightline.sessionId());
  return { page, session };
};
const eventually = (check: () => Promise<void>) => vi.waitFor(check, SOON);
const textIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');

test('what the recorder sends is stored, complete and in order', async () => {
  const { page, session } = await visit('/recorded.html');
  for (let count = 0; count < 5; count += 1) {
    await page.click('#add');
    await page.waitForTimeout(300);
  }
  await page.close();
  await eventually(async () => {
    const { events } = await recordingOf(session);
    expect(events.slice(0, 2).map(({ type }) => type)).toEqual([4, 2]);
    expect(JSON.stringify(events)).toContain('Item 4');
    expect(JSON.stringify(events)).toContain('sightline-asset:');
  });
});

test('nothing that was typed is stored, in no file and in no answer', async () => {
  const { page, session } = await visit('/leaks.html');
  await eventually(async () => expect((await recordingOf(session)).events.length).toBeGreaterThan(1));
  await fillWithSecrets(page);
  await page.waitForTimeout(1_500);
  await page.close();
  await eventually(async () =>
    expect(await sightline(installation.dataDir, ['export', '--flight', 'default', '--session', session])).toContain('pageLeft'),
  );
  const recording = JSON.stringify((await recordingOf(session)).events);
  expect(recording).toContain('********');
  const found = SECRETS.filter((secret) => spellings(secret).some((form) => recording.includes(form)));
  expect(found).toEqual([]);
  // The page tells its own address and title; what a page writes there is in its events, and is left out of the search by name.
  const told = new Set(['4929417726389105', 'qxechoed field7f3z', 'qxfilled7f3z', 'qxpasted7f3z', 'qxdropped7f3z']);
  const files = textIn(installation.dataDir);
  const stored = SECRETS.filter(
    (secret) => !told.has(secret) && spellings(secret).some((form) => form.length >= 8 && files.includes(form)),
  );
  expect(stored).toEqual([]);
});
