/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/delivery/browser.ts';
import { openSite } from '../../e2e/delivery/site.ts';
import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { systemUnderTest } from '../system-under-test.ts';
import type { Line, Trial } from '../trial.ts';

const MINUTE_MS = 60_000;
const EVERYTHING =
  'contextMenu pageFocus URLChanges trackCursor pageResize visibility pageScroll pageZoom pageTitle clipboard errors networkFailures webVitals declaredEvents';

/** What the tracker costs the main thread of a page that is used for a minute. */
export const trackerCost: Trial = {
  name: 'tracker-cost',
  conditions:
    'A minute of trusted input in Chromium: the mouse moves on all the time, a click every half second, a turn of the wheel every second, a key every 200 ms; every collector on, presence too. Measured by the V8 profiler, a sample every 200 µs: all samples under a function of ours, whatever it called.',
  async run() {
    const system = await systemUnderTest();
    const endpoint = `http://127.0.0.1:${system.port}/`;
    const site = await openSite({ endpoint, token: system.token, events: EVERYTHING });
    const profile = await mkdtemp(join(BENCH_DIRECTORY, 'cost-'));
    const browser = await openBrowser(profile);
    try {
      const page = await browser.context.newPage();
      const session = await browser.context.newCDPSession(page);
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: 200 });
      await session.send('Profiler.start');
      await page.goto(site.url);
      await watchLongTasks(page);
      await use(page);
      const { ours, longest, all } = await costOf(session);
      const longTasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.map(Math.round));
      return lines(ours, longest, all, longTasks);
    } finally {
      await browser.kill();
      await site.close();
      await system.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

const lines = (ours: number, longest: number, all: number, longTasks: number[]): Line[] => [
  {
    what: 'main thread in our code',
    value: `${ours.toFixed(1)} ms of ${Math.round(all / 1_000)} s (${((ours / all) * 100).toFixed(2)} %)`,
    bar: '≤ 1 %',
  },
  { what: 'our longest stretch', value: `${longest.toFixed(1)} ms`, bar: '≤ 10 ms' },
  { what: 'long tasks of the page (over 50 ms), whoever made them', value: longTasks.length === 0 ? 'none' : `${longTasks.join(', ')} ms` },
];

const watchLongTasks = (page: Page) =>
  page.evaluate(() => {
    const longTasks: number[] = [];
    Object.assign(window, { longTasks });
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });

async function use(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<input id="field"><div style="height:5000px"></div>');
    document.querySelector<HTMLElement>('#field')?.focus();
  });
  const until = Date.now() + MINUTE_MS;
  for (let step = 0; Date.now() < until; step += 1) {
    await page.mouse.move(200 + 150 * Math.sin(step / 9), 200 + 150 * Math.cos(step / 7));
    if (step % 25 === 0) await page.mouse.click(300, 300);
    if (step % 50 === 0) await page.mouse.wheel(0, step % 100 === 0 ? 120 : -120);
    if (step % 10 === 0) await page.keyboard.press('a');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Time under functions of our scripts, and the longest run of such samples, in milliseconds. */
async function costOf(session: CDPSession): Promise<{ ours: number; longest: number; all: number }> {
  const { profile } = await session.send('Profiler.stop');
  const children = new Map(profile.nodes.map(({ id, children: below = [] }) => [id, below]));
  const own = new Set<number>();
  const mark = (id: number) => {
    own.add(id);
    for (const child of children.get(id) ?? []) mark(child);
  };
  for (const { id, callFrame } of profile.nodes) if (callFrame.url.includes('/sightline')) mark(id);

  let ours = 0;
  let longest = 0;
  let stretch = 0;
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const ms = Math.max(profile.timeDeltas?.[index + 1] ?? 0, 0) / 1_000;
    stretch = own.has(id) ? stretch + ms : 0;
    if (own.has(id)) ours += ms;
    longest = Math.max(longest, stretch);
  }
  return { ours, longest, all: (profile.endTime - profile.startTime) / 1_000 };
}
