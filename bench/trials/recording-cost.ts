/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../e2e/delivery/browser.ts';
import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { RECORDERS, recordedPages, type Recorder } from '../recording/recorded-pages.ts';
import { systemUnderTest } from '../system-under-test.ts';
import type { Line, Trial } from '../trial.ts';

const USED_MS = 20_000;
const STEP_MS = 40;
const PAGES = [
  { path: 'shop/products.html', name: 'the example shop' },
  { path: 'large.html', name: '10,000 nodes, 420 changes a second' },
  { path: 'virtual-list.html', name: 'a virtual list of React, redrawn ten times a second' },
] as const;

/** What recording costs a page, beside the same page alone and with bare rrweb, and what it sends. */
export const recordingCost: Trial = {
  name: 'recording-cost',
  conditions: `Each page in Chromium for ${USED_MS / 1_000} s from its first byte on: the mouse moves 25 times a second, a turn of the wheel every second. CPU time of the page's main thread as Chromium counts it (thread ticks); bare rrweb makes its events to text and throws them away; Sightline records, compresses, keeps and sends to a real server, images and style sheets too.`,
  async run() {
    const system = await systemUnderTest();
    const site = await recordedPages(`http://127.0.0.1:${system.port}/`, system.token);
    const profile = await mkdtemp(join(BENCH_DIRECTORY, 'recording-'));
    const browser = await openBrowser(profile);
    try {
      const lines: Line[] = [];
      for (const { path, name } of PAGES) {
        for (const recorder of RECORDERS) {
          const page = await browser.context.newPage();
          const value = await costOf(page, `${site.url}/${recorder}/${path}`, recorder);
          lines.push({ what: `${name}: ${recorder === 'nobody' ? 'not recorded' : recorder}`, value });
          await page.close();
        }
      }
      return lines;
    } finally {
      await browser.kill();
      await site.close();
      await system.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function costOf(page: Page, url: string, recorder: Recorder): Promise<string> {
  let sent = 0;
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => (sent += payload.length)));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await use(page);
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const share = (seconds: number) => `${Math.round(seconds * 1_000)} ms (${((seconds / USED_MS) * 100_000).toFixed(1)} %)`;
  const told = `main thread ${share(of('TaskDuration'))}, of it scripts ${share(of('ScriptDuration'))}`;
  if (recorder === 'nobody') return told;
  const perMinute = (count: number) => `${Math.round((count * 60_000) / USED_MS / 1_000)} kB a minute`;
  if (recorder === 'rrweb') return `${told}; ${perMinute(await page.evaluate('characters'))} as text`;
  return `${told}; ${perMinute(sent)} sent`;
}

async function use(page: Page): Promise<void> {
  const until = Date.now() + USED_MS;
  for (let step = 0; Date.now() < until; step += 1) {
    await page.mouse.move(300 + 200 * Math.sin(step / 9), 250 + 150 * Math.cos(step / 7));
    if (step % 25 === 0) await page.mouse.wheel(0, step % 100 < 50 ? 160 : -160);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
