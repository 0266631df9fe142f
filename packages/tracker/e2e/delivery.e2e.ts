import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Tracker } from '../src/start.ts';
import { createCollector, type Collector } from './collector.ts';

declare global {
  interface Window {
    sightline?: Tracker;
  }
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let collector: Collector;
let context: BrowserContext;
let profile: string;

const open = (folder: string) =>
  chromium.launchPersistentContext(folder, { executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: FLAGS });

beforeEach(async () => {
  collector = createCollector();
  await collector.listen();
  profile = mkdtempSync(join(tmpdir(), 'sightline-e2e-'));
  context = await open(profile);
});

afterEach(async () => {
  await context.close();
  await collector.close();
  rmSync(profile, { recursive: true, force: true });
  expect(collector.wrong).toEqual([]);
  expect(collector.gaps()).toEqual([]);
  expect(collector.repeats().doubled).toBe(0);
});

const visit = async (path = '/plain.html', page?: Page) => {
  const visited = page ?? (await context.newPage());
  await visited.goto(collector.url() + path);
  await visited.waitForFunction(() => 'sightline' in window);
  await settled(visited);
  return visited;
};
/** The document knows its tab: one that is left before keeps everything, under another tab id. */
const settled = (page: Page) =>
  page.waitForFunction(async () => ((await navigator.locks.query()).held ?? []).some(({ name }) => name?.startsWith('sightline-tab-')));
const arrives = (name: string, count: number) =>
  vi.waitFor(() => expect(collector.named(name)).toHaveLength(count), { timeout: 25_000, interval: 50 });
const tabs = () => new Set(collector.events().map(({ tab }) => tab));
const sessions = () => new Set(collector.events().map(({ session }) => session));

test('a page view, clicks and custom events arrive, numbered and placed', async () => {
  const page = await visit();
  await page.click('#one');
  await page.click('li:nth-of-type(2) .row');
  await page.click('[data-testid=card] span');
  await page.click('shadow-box button');
  await page.evaluate(() => window.sightline?.track('bought', { price: 12, when: new Date(0), nothing: 0 }));
  await arrives('bought', 1);
  expect(collector.events().map(({ eventName }) => eventName)).toContain('started');
  expect(collector.named('click').map(({ details }) => details?.path)).toEqual([
    '#one',
    'html > body > ul > li:nth-of-type(2) > button',
    '[data-testid="card"] > span',
    'html > body > shadow-box >>> button',
  ]);
  expect(collector.named('bought')[0]?.details).toEqual({ price: 12, when: '1970-01-01T00:00:00.000Z', nothing: 0 });
  expect(collector.named('pageView')[0]).toMatchObject({
    url: `${collector.url()}/plain.html`,
    details: { title: 'Plain', cause: 'load' },
  });
  expect(tabs().size).toBe(1);
});

test('a reload keeps tab and session, and the numbers go on', async () => {
  const page = await visit();
  await page.click('#one');
  await page.reload();
  await page.waitForFunction(() => 'sightline' in window);
  await page.click('#one');
  await arrives('click', 2);
  await arrives('pageLeft', 1);
  expect(tabs().size).toBe(1);
  expect(sessions().size).toBe(1);
  expect(new Set(collector.named('click').map(({ pageView }) => pageView)).size).toBe(2);
});

test('what was recorded while the server was away survives a reload and arrives when it is back', async () => {
  collector.mood.sockets = 'refused';
  collector.mood.http = 'refused';
  const page = await visit();
  await page.click('#one');
  await page.reload();
  await settled(page);
  await page.click('#one');
  await page.goto(`${collector.url()}/other.html`);
  await settled(page);
  await page.click('#one');
  expect(collector.events()).toEqual([]);
  collector.mood.sockets = 'open';
  collector.mood.http = 'open';
  await arrives('click', 3);
  await arrives('pageView', 3);
  expect(tabs().size).toBe(1);
});

test('offline, then online', async () => {
  const page = await visit();
  await arrives('pageView', 1);
  await context.setOffline(true);
  collector.cutSockets();
  for (let click = 0; click < 20; click += 1) await page.click('#one');
  await context.setOffline(false);
  await arrives('click', 20);
});

test('a click right before a navigation arrives', async () => {
  const page = await visit();
  await page.click('#away');
  await page.waitForURL('**/other.html');
  await settled(page);
  await arrives('click', 1);
  await arrives('pageLeft', 1);
  await arrives('pageView', 2);
  expect(tabs().size).toBe(1);
});

test('a click right before the tab is closed arrives', async () => {
  const page = await visit();
  await page.click('#one');
  await page.close();
  await arrives('click', 1);
  await arrives('pageLeft', 1);
});

test('a tab that died while the server was away is taken up by another', async () => {
  collector.mood.sockets = 'refused';
  collector.mood.http = 'refused';
  const dying = await visit();
  const other = await visit();
  await dying.click('#one');
  await dying.close();
  collector.mood.sockets = 'open';
  collector.mood.http = 'open';
  await other.bringToFront();
  await other.reload();
  await arrives('click', 1);
  await arrives('pageView', 3);
});

test('a duplicated tab and a popup get ids of their own', async () => {
  const page = await visit();
  await page.click('#one');
  const [popup] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void window.open('/plain.html'))]);
  await popup.waitForFunction(() => 'sightline' in window);
  await popup.click('#one');
  await page.click('#one');
  await arrives('click', 3);
  expect(tabs().size).toBe(2);
  expect(sessions().size).toBe(1);
});

test('two tabs at once share the session and keep their own numbers', async () => {
  const [one, two] = await Promise.all([visit(), visit()]);
  for (let click = 0; click < 10; click += 1) await Promise.all([one.click('#one'), two.click('#one')]);
  await arrives('click', 20);
  expect(tabs().size).toBe(2);
  expect(sessions().size).toBe(1);
});

test('with storage blocked everything still arrives, and says that it was kept in memory', async () => {
  await context.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  });
  const page = await visit();
  await page.click('#one');
  await arrives('click', 1);
  await arrives('outboxChanged', 1);
  expect(collector.named('outboxChanged')[0]?.details).toMatchObject({ storage: 'memory' });
});

test('without sockets everything arrives over HTTP', async () => {
  collector.mood.sockets = 'refused';
  const page = await visit();
  await page.click('#one');
  await arrives('click', 1);
});

test('what a connection swallowed is sent again, once', async () => {
  collector.mood.acknowledges = false;
  const page = await visit();
  await page.click('#one');
  await arrives('click', 1);
  collector.mood.acknowledges = true;
  collector.cutSockets();
  await vi.waitFor(() => expect(collector.repeats().twice).toBeGreaterThan(0), { timeout: 20_000 });
});

test('routes of a single-page application are page views', async () => {
  const page = await visit();
  await arrives('pageView', 1);
  await page.evaluate(() => {
    history.pushState(null, '', '/plain.html?route=2');
    document.title = 'Second';
  });
  await page.click('#one');
  await arrives('pageView', 2);
  await arrives('click', 1);
  const [, second] = collector.named('pageView');
  expect(second?.details).toMatchObject({ cause: 'route', title: 'Second', url: `${collector.url()}/plain.html?route=2` });
  expect(collector.named('click')[0]?.pageView).toBe(second?.pageView);
  expect(collector.named('pageLeft')[0]?.details).toEqual({ cause: 'route' });
});

test('a return from the back/forward cache is a page view of the same tab', async () => {
  const page = await visit();
  await page.click('#away');
  await page.waitForURL('**/other.html');
  await settled(page);
  await page.goBack();
  await page.click('#one');
  await arrives('click', 2);
  await arrives('pageView', 3);
  expect(tabs().size).toBe(1);
});

test('the whole browser is killed; the next start sends what was kept, under another tab id', async () => {
  collector.mood.sockets = 'refused';
  collector.mood.http = 'refused';
  const page = await visit();
  await page.click('#one');
  await page.waitForTimeout(800);
  const session = await context.newCDPSession(page);
  await session.send('Browser.crash').catch(() => undefined);
  await context.close().catch(() => undefined);
  collector.mood.sockets = 'open';
  collector.mood.http = 'open';
  context = await open(profile);
  await visit();
  await arrives('click', 1);
  await arrives('pageView', 2);
  expect(tabs().size).toBe(2);
});

test('nothing of ours is seen by the host page, whatever it is given', async () => {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await visit('/plain.html', page);
  await page.evaluate(() => {
    const circular: Record<string, unknown> = { big: 12n, element: document.body, call: () => 1 };
    circular.self = circular;
    const tracker = window.sightline;
    tracker?.track('odd', circular);
    tracker?.track('', 1);
    tracker?.track('text', 'only text');
    tracker?.setApplicationSpecificData({ condition: 'c1', gone: null });
    tracker?.track('later');
    tracker?.stop();
    tracker?.track('after the end');
  });
  await arrives('later', 1);
  expect(errors).toEqual([]);
  expect(collector.named('odd')[0]?.details).toEqual({ big: '12', element: '[element]', call: '[function]', self: '[circular]' });
  expect(collector.named('text')[0]?.details).toEqual({ value: 'only text' });
  expect(collector.named('text')[0]?.applicationSpecificData).toBeUndefined();
  expect(collector.named('later')[0]?.applicationSpecificData).toEqual({ condition: 'c1' });
  expect(collector.named('after the end')).toEqual([]);
});
