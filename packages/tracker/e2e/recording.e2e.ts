import { execFileSync } from 'node:child_process';
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
  expect(collector.recordings.gaps()).toEqual([]);
});

const visit = async (path = '/recorded.html', page?: Page) => {
  const visited = page ?? (await context.newPage());
  await visited.goto(collector.url() + path);
  await settled(visited);
  return visited;
};
const settled = (page: Page) =>
  page.waitForFunction(async () => ((await navigator.locks.query()).held ?? []).some(({ name }) => name?.startsWith('sightline-tab-')));
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 50 });
const recorded = () => JSON.stringify(collector.recordings.events());

const away = () => Object.assign(collector.mood, { sockets: 'refused', http: 'refused' } satisfies Partial<Collector['mood']>);
const back = () => Object.assign(collector.mood, { sockets: 'open', http: 'open' } satisfies Partial<Collector['mood']>);
const snapshots = () => collector.recordings.chunks().filter(({ snapshot }) => snapshot);

test('a page is recorded from a full snapshot on', async () => {
  const page = await visit();
  await eventually(() => expect(collector.recordings.chunks()[0]?.snapshot).toBe(true));
  await page.click('#add');
  await eventually(() => expect(recorded()).toContain('Item 0'));
  expect(collector.recordings.chunks()[0]?.encoding).toBe('gzip');
  expect(collector.named('trackerFailed')).toEqual([]);
  expect(collector.named('recordingChanged')).toEqual([]);
});

test('pictures and style sheets come along once, and the recording refers to them', async () => {
  const page = await visit();
  await eventually(() => expect(recorded()).toContain('sightline-asset:'));
  await page.reload();
  await eventually(() => expect(snapshots()).toHaveLength(2));
  await eventually(() => expect(recorded().match(/"src":"sightline-asset:/g)?.length).toBeGreaterThan(1));
  const [picture, ...others] = collector.recordings.assets().filter(({ asset }) => asset.contentType === 'image/svg+xml');
  expect(others).toEqual([]);
  expect(picture?.bytes.toString()).toContain('<circle');
  expect(collector.bodies.filter((body) => body.includes(picture?.asset.data ?? '-'))).toHaveLength(1);
});

test('chunks count on over a navigation, in one tab', async () => {
  const page = await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.click('#add');
  await page.click('#away');
  await page.waitForURL('**/other.html');
  await settled(page);
  await page.goto(`${collector.url()}/recorded.html`);
  await eventually(() => expect(snapshots()).toHaveLength(2));
  expect(collector.recordings.tabs()).toHaveLength(1);
  expect(recorded()).toContain('Item 0');
});

test('a return from the back/forward cache counts on after what the tab recorded in between', async () => {
  const page = await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.evaluate((url) => location.assign(url), `${collector.url()}/virtual-list.html`);
  await page.waitForURL('**/virtual-list.html');
  await settled(page);
  await eventually(() => expect(snapshots()).toHaveLength(2));
  await page.evaluate(() => document.querySelector('#app')?.append('In between.'));
  await eventually(() => expect(recorded()).toContain('In between.'));
  await page.goBack();
  await eventually(() => expect(snapshots()).toHaveLength(3));
  await page.click('#add');
  await eventually(() => expect(recorded()).toContain('Item 0'));
  expect(collector.recordings.tabs()).toHaveLength(1);
});

test('what was recorded while the server was away arrives when it is back', async () => {
  away();
  const page = await visit();
  await page.click('#add');
  await page.waitForTimeout(1_000);
  await page.reload();
  await settled(page);
  await page.click('#add');
  await page.waitForTimeout(1_000);
  expect(collector.recordings.chunks()).toEqual([]);
  back();
  await eventually(() => expect(snapshots()).toHaveLength(2));
  await eventually(() => expect(recorded().match(/Item 0/g)).toHaveLength(2));
});

test('the last change before the page is closed arrives', async () => {
  const page = await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.evaluate(() => {
    document.querySelector('#text')?.append(' The last word.');
  });
  await page.close();
  await visit('/other.html');
  await eventually(() => expect(recorded()).toContain('The last word.'));
});

test('where the policy of the page forbids workers, compression goes on in the page', async () => {
  const page = await context.newPage();
  await page.route('**/recorded.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "worker-src 'none'; child-src 'none'" } });
  });
  await visit('/recorded.html', page);
  await eventually(() => expect(snapshots()).toHaveLength(1));
  expect(collector.recordings.chunks()[0]?.encoding).toBe('gzip');
});

test('where the browser cannot compress, chunks travel as they are', async () => {
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'CompressionStream');
    Reflect.deleteProperty(window, 'Worker');
  });
  await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  expect(collector.recordings.chunks()[0]?.encoding).toBe('json');
});

test('nothing is recorded before the visitor agrees to it, and nothing after they do not any more', async () => {
  const page = await context.newPage();
  await page.goto(`${collector.url()}/recorded-consent.html`);
  await page.waitForFunction(() => window.sightline !== undefined);
  await page.evaluate(() => window.sightline?.grant('interaction'));
  await page.click('#one');
  await eventually(() => expect(collector.named('click')).toHaveLength(1));
  await page.waitForTimeout(1_500);
  expect(collector.recordings.chunks()).toEqual([]);
  await page.evaluate(() => window.sightline?.grant('recording'));
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.evaluate(() => window.sightline?.revoke('recording'));
  await page.evaluate(() => document.querySelector('#text')?.append(' After it.'));
  await eventually(() => expect(collector.named('recordingChanged').map(({ details }) => details?.state)).toEqual(['stopped']));
  await page.click('#one');
  await eventually(() => expect(collector.named('click')).toHaveLength(2));
  expect(recorded()).not.toContain('After it.');
});

test('settings that cannot be used record nothing and say why', async () => {
  const page = await context.newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.goto(`${collector.url()}/recorded-wrong.html`);
  await eventually(() => expect(told.join()).toContain('"p[" is no selector'));
  expect(told.join()).toContain('recording.maskText must be a list of texts, got "h1"');
  await page.click('#one');
  await eventually(() => expect(collector.named('click')).toHaveLength(1));
  expect(collector.recordings.chunks()).toEqual([]);
});

test('another session has another tab id, whose chunks begin at 0 with a full snapshot', async () => {
  const page = await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.evaluate(() => {
    const later = Date.now.bind(Date);
    Date.now = () => later() + 31 * 60_000;
  });
  await page.click('#add');
  await eventually(() => expect(collector.recordings.tabs()).toHaveLength(2));
  await eventually(() => expect(snapshots()).toHaveLength(2));
  expect(snapshots().map(({ sequence }) => sequence)).toEqual([0, 0]);
  expect(new Set(collector.recordings.chunks().map(({ session }) => session)).size).toBe(2);
});

test('a frame of another origin that carries the recorder is part of the page’s recording', async () => {
  const page = await visit('/framing.html');
  await eventually(() => expect(snapshots()).toHaveLength(1));
  const other = collector.url().replace('127.0.0.1', 'localhost');
  await page.evaluate(
    (src) => document.body.append(Object.assign(document.createElement('iframe'), { src, id: 'frame' })),
    `${other}/framed.html`,
  );
  await eventually(() => expect(recorded()).toContain('Inside another origin'));
  await page.frameLocator('#frame').locator('#add').click();
  await eventually(() => expect(recorded()).toContain('and changed'));
  expect(collector.recordings.tabs()).toHaveLength(1);
  expect(recorded()).not.toContain('qxframedsecret7f3z');
});

test('the browser is killed; the next start sends what was kept', async () => {
  away();
  const page = await visit();
  await page.evaluate(() => setInterval(() => (document.title = String(Date.now())), 50));
  await page.evaluate(() => {
    setInterval(() => document.querySelector('#text')?.setAttribute('data-now', String(Date.now())), 50);
  });
  await page.waitForTimeout(3_000);
  const [root] = execFileSync('pgrep', ['-f', '-o', profile]).toString().trim().split('\n');
  const killedAt = Date.now();
  process.kill(Number(root), 'SIGKILL');
  await context.close().catch(() => undefined);
  back();
  rmSync(join(profile, 'SingletonLock'), { force: true });
  context = await open(profile);
  await visit('/other.html');
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await eventually(() => {
    const last = Math.max(...collector.recordings.chunks().map(({ until }) => until));
    // A second on a machine that has nothing else to do; `recording-cost` measures it.
    expect(killedAt - last).toBeLessThan(5_000);
  });
});
