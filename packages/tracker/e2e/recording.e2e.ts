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

test('a page is recorded from a full snapshot on', async () => {
  const page = await visit();
  await eventually(() => expect(collector.recordings.chunks()[0]?.snapshot).toBe(true));
  await page.click('#add');
  await eventually(() => expect(recorded()).toContain('Item 0'));
  expect(collector.recordings.chunks()[0]?.encoding).toBe('gzip');
  expect(collector.named('trackerFailed')).toEqual([]);
  expect(collector.named('recordingChanged')).toEqual([]);
});
