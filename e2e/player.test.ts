import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventPage, Note, RecordingManifest, SessionPage } from '@sightline/protocol';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import type { LoopbackSite } from './loopback-site.ts';
import { hostileRecording } from './player/hostile-recording.ts';
import { PAGE_TEXT } from './player/page-text.ts';
import { recordedSite } from './player/recorded-page.ts';
import type { RunningServer } from './server.ts';

/** The machine may be busy with other suites. */

let installation: FreshInstallation;
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let desk: Page;
let get: Desk['get'];
let flight: string;
let site: LoopbackSite;

beforeAll(async () => {
  installation = await freshInstallation('player');
  ({ server, browser } = installation);
  site = await recordedSite(server.url);
  const owner = await installation.ownersDesk();
  ({ context, page: desk, get } = owner);
  flight = await owner.flight();
});
afterAll(async () => {
  await installation?.close();
  await site?.close();
});

/** The session that a client called so, once it is stored. */
async function sessionCalled(ref: string): Promise<{ id: string; startedAt: number }> {
  const found = async () => (await get<SessionPage>(`/sessions?flight=${flight}`)).sessions.find((session) => session.ref === ref);
  await expect.poll(found).toBeDefined();
  return (await found()) as { id: string; startedAt: number };
}

const PLAYED = 'iframe';
/** The replayed page's text, read from outside: no script runs within. */
const played = () => desk.evaluate(`(${PAGE_TEXT})([...document.querySelectorAll('${PLAYED}')].at(-1).contentDocument)`) as Promise<string>;

test('a page recorded with rrweb is replayed as it was at each moment that was looked at', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.goto(`${site.url}?session=walk`);
  const seen: { at: number; text: string }[] = [];
  const look = async () => {
    await page.waitForTimeout(250);
    seen.push((await page.evaluate(`({ at: Date.now(), text: (${PAGE_TEXT})(document) })`)) as { at: number; text: string });
    await page.waitForTimeout(50);
  };
  await page.waitForFunction('window.track !== undefined');
  await look();
  await page.click('#buy0');
  await page.click('#buy3');
  await look();
  // The recorder takes what people type; this page masks nothing.
  await page.locator('#search').pressSequentially('watering can', { delay: 15 });
  await page.check('#gift');
  await page.selectOption('#size', 'large');
  await page.fill('#words', 'two\nlines');
  await look();
  for (let index = 0; index < 4; index += 1) await page.evaluate('window.track("click", { path: "#dead", x: 5, y: 5 })');
  await page.evaluate('window.track("pageError", { message: "x is not defined" })');
  await page.mouse.wheel(0, 500);
  await page.setViewportSize({ width: 700, height: 600 });
  await page.click('#buy5');
  await look();
  await page.evaluate('window.flush()');
  await page.close();

  const { id, startedAt } = await sessionCalled('walk');
  const { tabs } = await get<RecordingManifest>(`/sessions/${id}/recording`);
  const from = Math.floor(Math.min(startedAt, tabs[0]?.at ?? Infinity));
  const clock = (tabs[0]?.runs[0]?.offsetMs ?? 0) - from;
  for (const { at, text } of [seen[0], seen[2], seen[1], seen[3]].flatMap((one) => (one ? [one] : []))) {
    await desk.goto(`${server.url}/sessions/${id}?t=${Math.round(at + clock)}`);
    await desk.getByRole('region', { name: 'Replay' }).and(desk.locator('[aria-busy="false"]')).waitFor();
    await expect.poll(played).toBe(text);
  }
  // The view had the size it had, and the page its scroll.
  await desk.getByText('700 × 600').waitFor();
  expect(await desk.evaluate(`document.querySelector('${PLAYED}').contentWindow.scrollY`)).toBeGreaterThan(0);
  // A canvas is shown as the picture it was.
  expect(await desk.evaluate(`document.querySelector('${PLAYED}').contentDocument.getElementById('canvas').src.slice(0, 11)`)).toBe(
    'data:image/',
  );
});

test('playing leads to the same page as looking, and back again', async () => {
  await desk.keyboard.press('End');
  await expect.poll(played).toContain('after buy5');
  const end = await played();
  await desk.keyboard.press('Home');
  await expect.poll(played).not.toContain('after buy0');
  for (let times = 0; times < 4; times += 1) await desk.keyboard.press('l');
  await desk.getByRole('button', { name: 'Speed: 16×' }).waitFor();
  await desk.keyboard.press('Space');
  await expect.poll(played).toBe(end);
  await desk.getByRole('toolbar', { name: 'Replay' }).getByRole('button', { name: 'Play' }).waitFor();
});

test('the list leads to the moment a second before an event, and follows the playhead', async () => {
  const list = desk.getByRole('treegrid', { name: 'Events' });
  const error = list.getByRole('row').filter({ hasText: 'pageError' });
  const t = () => Number(new URL(desk.url()).searchParams.get('t'));
  const { id, startedAt } = await sessionCalled('walk');
  const { events } = await get<EventPage>(`/sessions/${id}/events`);
  const { tabs } = await get<RecordingManifest>(`/sessions/${id}/recording`);
  const from = Math.floor(Math.min(startedAt, tabs[0]?.at ?? Infinity));
  const at = (events.find(({ name }) => name === 'pageError')?.at ?? 0) - from;
  await error.click();
  await expect.poll(() => error.getAttribute('aria-selected')).toBe('true');
  await expect.poll(t).toBe(at - 1_000);
  // From there event by event: to the error itself, and no further.
  while (t() < at) {
    const before = t();
    await desk.keyboard.press('.');
    await expect.poll(t).toBeGreaterThan(before);
  }
  expect(t()).toBe(at);
  await desk.keyboard.press('Home');
  await expect.poll(() => list.getByRole('row', { selected: true }).textContent()).toContain('pageView');
});

test('a note is pinned with its tags, marked, changed, removed and taken back', async () => {
  await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('n');
  await desk.getByLabel('Note', { exact: true }).fill('hesitates before the price');
  await desk.getByLabel('Tags', { exact: true }).fill('trust, price');
  await desk.getByRole('button', { name: /^Pin to / }).click();
  await desk.getByRole('tab', { name: 'Notes 1' }).waitFor();
  await desk.getByRole('button', { name: 'Edit note' }).click();
  await desk.getByLabel('Note', { exact: true }).last().fill('hesitates');
  await desk.getByRole('button', { name: 'Save note' }).click();
  await desk.getByText('Ada Byron, edited').waitFor();
  await desk.getByRole('button', { name: 'Remove note' }).click();
  await desk.getByText('Nobody has pinned a note').waitFor();
  await desk.getByRole('button', { name: 'Undo' }).click();
  await desk.getByText('hesitates', { exact: true }).waitFor();
  const { id } = await sessionCalled('walk');
  const { notes } = await get<{ notes: Note[] }>(`/sessions/${id}/notes`);
  expect(notes).toMatchObject([{ text: 'hesitates', tags: ['trust', 'price'], author: 'Ada Byron' }]);
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByRole('tab', { name: 'Events' }).click();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
});

test('a running session is followed within seconds', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.goto(`${site.url}?session=live`);
  await page.click('#buy1');
  const { id } = await sessionCalled('live');
  await desk.goto(`${server.url}/sessions/${id}`);
  await desk.getByRole('toolbar', { name: 'Replay' }).getByRole('button', { name: 'Live' }).click();
  await expect.poll(played).toContain('after buy1');
  await page.click('#buy2');
  await expect.poll(played).toContain('after buy2');
  await page.close();
});

test('a hostile recording runs no script and makes no call', async () => {
  const word = 'steal';
  const called: string[] = [];
  const evil = createServer((request, response) => {
    called.push(`evil ${request.url}`);
    response.end();
  }).listen(0, '127.0.0.1');
  // Not even a connection is opened, with which a browser would already say that it is there.
  evil.on('connection', () => called.push('evil was connected to'));
  await once(evil, 'listening');
  const address = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
  const events = hostileRecording({ evil: address, own: server.url, word, at: Date.now() - 3_000 });
  const posted = await context.request.post(`${server.url}/api/record`, { data: { session_id: 'hostile', events } });
  expect(posted.ok()).toBe(true);
  const { id } = await sessionCalled('hostile');

  const reader = await context.newPage();
  const protocol = await context.newCDPSession(reader);
  await protocol.send('Network.enable');
  protocol.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.includes(word)) called.push(request.url);
  });
  context.on('request', (request) => {
    if (request.url().includes(word)) called.push(request.url());
  });
  reader.on('dialog', (dialog) => called.push(`dialog ${dialog.message()}`));
  context.on('page', () => called.push('a window was opened'));
  await reader.goto(`${server.url}/sessions/${id}`);
  const inside = (script: string) => reader.evaluate(`document.querySelector('${PLAYED}').contentDocument.${script}`);
  await reader.getByRole('region', { name: 'Replay' }).and(reader.locator('[aria-busy="false"]')).waitFor();
  await expect.poll(() => inside("querySelector('#target').textContent")).toContain('harmless words');
  await reader.keyboard.press('Space');
  await expect.poll(() => inside("querySelector('#target').title")).toBe('the end');
  await reader.keyboard.press('Home');
  await reader.keyboard.press('End');
  await reader.waitForTimeout(500);
  expect(called).toEqual([]);
  expect(await reader.evaluate('window.__ran')).toBeUndefined();
  expect(new URL(reader.url()).pathname).toBe(`/sessions/${id}`);
  expect(await inside("querySelectorAll('script, [onerror], [onload], [onclick], base[href], meta[http-equiv]').length")).toBe(0);

  // Whatever might slip through the reading of events, the browser itself stops.
  await inside(
    `body.insertAdjacentHTML('beforeend', '<img src="${server.url}/api/v1/${word}-a"><img src="${address}/${word}-b">
    <iframe src="${address}/${word}-c"></iframe><link rel="stylesheet" href="${address}/${word}-d"><iframe src="/${word}-e"></iframe>'.replace(/\\s+/g, ' '))`.replaceAll(
      '\n',
      ' ',
    ),
  );
  await reader.waitForTimeout(500);
  // Chromium has opened a connection for the frame before it asked the policy; nothing was sent over it.
  expect(called.filter((what) => what.startsWith('evil /'))).toEqual([]);
  await reader.close();
  evil.closeAllConnections();
  await new Promise((resolve) => evil.close(resolve));
});

test('nothing went wrong on the way', () => {
  expect(installation.troubles).toEqual([]);
});
