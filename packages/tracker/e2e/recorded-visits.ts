import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterEach, beforeEach, expect, vi } from 'vitest';
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

/** For each test of a file: a collector, and a browser with a profile of its own whose pages are recorded. What arrives has to be whole. */
export function recordedVisits() {
  let collector: Collector;
  let context: BrowserContext;
  let profile: string;

  const open = () =>
    chromium.launchPersistentContext(profile, { executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: FLAGS });

  beforeEach(async () => {
    collector = createCollector();
    await collector.listen();
    profile = mkdtempSync(join(tmpdir(), 'sightline-e2e-'));
    context = await open();
  });

  afterEach(async () => {
    await context.close();
    await collector.close();
    rmSync(profile, { recursive: true, force: true });
    expect(collector.wrong).toEqual([]);
    expect(collector.gaps()).toEqual([]);
    expect(collector.recordings.gaps()).toEqual([]);
  });

  return {
    collector: () => collector,
    context: () => context,
    profile: () => profile,
    /** Starts the browser again, after it ended. */
    async reopen() {
      context = await open();
    },
    async visit(path = '/recorded.html', page?: Page) {
      const visited = page ?? (await context.newPage());
      await visited.goto(collector.url() + path);
      await settled(visited);
      return visited;
    },
    recorded: () => JSON.stringify(collector.recordings.events()),
    snapshots: () => collector.recordings.chunks().filter(({ snapshot }) => snapshot),
    away: () => Object.assign(collector.mood, { sockets: 'refused', http: 'refused' } satisfies Partial<Collector['mood']>),
    back: () => Object.assign(collector.mood, { sockets: 'open', http: 'open' } satisfies Partial<Collector['mood']>),
  };
}

/** The tracker knows its tab. */
export const settled = (page: Page) =>
  page.waitForFunction(async () => ((await navigator.locks.query()).held ?? []).some(({ name }) => name?.startsWith('sightline-tab-')));

export const eventually = (check: () => void, timeout = 15_000) => vi.waitFor(check, { timeout, interval: 50 });
