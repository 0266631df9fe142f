import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { openProfile } from '../../../e2e/browser.ts';
import type { Tracker } from '../src/tracker-api.ts';
import { createCollector, type Arrived, type Collector } from './collector.ts';
import { SOON } from './soon.ts';

declare global {
  interface Window {
    sightline?: Tracker;
  }
}

/** What tests play on in which browsers end: for each test a profile on disk and a collector, which hears nothing malformed and misses no number. */
export interface ProfileStage {
  readonly context: BrowserContext;
  readonly collector: Collector;
  /** The folder. */
  readonly profile: string;
  /** As a crash would, for every process of the browser. */
  kill(): void;
  /** Another browser on the same profile, after the one before has ended. */
  reopen(): Promise<void>;
  /** Sends a tab, or a new one, to a page of the collector, and waits until it is recorded. */
  visit(path: string, page?: Page): Promise<Page>;
  /** The server takes nothing. */
  away(): void;
  /** It does again. */
  back(): void;
}

/** Sets the stage before each test of the file, and clears it afterwards. */
export function profileStage(): ProfileStage {
  let collector: Collector;
  let context: BrowserContext;
  let profile: string;
  const open = async () => {
    context = await openProfile(profile);
  };
  beforeEach(async () => {
    collector = createCollector();
    await collector.listen();
    profile = mkdtempSync(join(tmpdir(), 'sightline-e2e-'));
    await open();
  });
  afterEach(async () => {
    await context.close();
    await collector.close();
    rmSync(profile, { recursive: true, force: true });
    expect(collector.wrong).toEqual([]);
    expect(collector.gaps()).toEqual([]);
    expect(collector.repeats().doubled).toBe(0);
    expect(collector.recordings.gaps()).toEqual([]);
  });
  return {
    get context() {
      return context;
    },
    get collector() {
      return collector;
    },
    get profile() {
      return profile;
    },
    kill() {
      const processes = execFileSync('pgrep', ['-f', profile]).toString().trim().split('\n');
      for (const id of processes) process.kill(Number(id), 'SIGKILL');
      // Chromium would take it for one that still runs.
      rmSync(join(profile, 'SingletonLock'), { force: true });
    },
    async reopen() {
      await context.close().catch(() => {
        // It was killed: nobody is there any more to close.
      });
      await open();
    },
    async visit(path, page) {
      const visited = page ?? (await context.newPage());
      await visited.goto(collector.url() + path);
      await visited.waitForFunction(() => 'sightline' in window);
      await settled(visited);
      return visited;
    },
    away: () => void Object.assign(collector.mood, { sockets: 'refused', http: 'refused' } satisfies Partial<Collector['mood']>),
    back: () => void Object.assign(collector.mood, { sockets: 'open', http: 'open' } satisfies Partial<Collector['mood']>),
  };
}

/** The document knows its tab: one that is left before keeps everything, under another tab id. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(async () => ((await navigator.locks.query()).held ?? []).some(({ name }) => name?.startsWith('sightline-tab-')));

/** Waits until so many events of a name are there. */
export const arrives = ({ collector }: ProfileStage, name: string, count: number): Promise<void> =>
  vi.waitFor(() => expect(collector.named(name)).toHaveLength(count), SOON);

export const tabsOf = (events: readonly Arrived[]): ReadonlySet<string> => new Set(events.map(({ tab }) => tab));
export const sessionsOf = (events: readonly Arrived[]): ReadonlySet<string> => new Set(events.map(({ session }) => session));
