/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/delivery/browser.ts';
import { openSite } from '../../e2e/delivery/site.ts';
import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { systemUnderTest } from '../system-under-test.ts';
import { EVERYTHING } from '../tracker/everything.ts';
import type { Line, Trial } from '../trial.ts';

const PARTS = 10;
/** What a person does in six minutes, a tenth of an hour. */
const PART = { clicks: 360, calls: 360, moves: 1_800, fields: 60, routes: 12 };
const PART_MS = 9_000;
const ARRIVES_WITHIN_MS = 4_000;

/** Whether the tracker's memory grows in a page that is used for long. */
export const trackerMemory: Trial = {
  name: 'tracker-memory',
  conditions: `An hour’s use of one document in ${(PARTS * (PART_MS + ARRIVES_WITHIN_MS)) / 1_000} s, every collector on: ${PARTS} times ${PART.clicks} clicks, ${PART.calls} calls of \`track\`, ${PART.moves} moves, ${PART.fields} visits to a field and ${PART.routes} routes, made by a script. The JS heap of the page after a garbage collection, once what was recorded had been acknowledged; the first part is warming up.`,
  async run() {
    const system = await systemUnderTest();
    const site = await openSite({ endpoint: `http://127.0.0.1:${system.port}/`, token: system.token, events: EVERYTHING });
    const profile = await mkdtemp(join(BENCH_DIRECTORY, 'memory-'));
    const browser = await openBrowser(profile);
    try {
      const page = await browser.context.newPage();
      const session = await browser.context.newCDPSession(page);
      await page.goto(site.url);
      await page.evaluate(() =>
        document.body.insertAdjacentHTML('beforeend', '<input id="field"><button id="press">Press</button><output id="out"></output>'),
      );
      const heaps: { bytes: number; listeners: number }[] = [];
      for (let part = 0; part < PARTS; part += 1) {
        await use(page, PART_MS);
        await new Promise((resolve) => setTimeout(resolve, ARRIVES_WITHIN_MS));
        heaps.push(await heapOf(session));
      }
      return lines(heaps);
    } finally {
      await browser.kill();
      await site.close();
      await system.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

function lines(heaps: readonly { bytes: number; listeners: number }[]): Line[] {
  const mb = heaps.map(({ bytes }) => bytes / 1_048_576);
  const [, warm = 0] = mb;
  const grown = (mb.at(-1) ?? 0) - warm;
  return [
    { what: 'heap after each tenth of the hour, MB', value: mb.map((each) => each.toFixed(2)).join(', ') },
    { what: 'growth from the second tenth to the last', value: `${grown.toFixed(2)} MB`, bar: 'flat' },
    { what: 'event listeners, first and last', value: `${heaps[0]?.listeners} and ${heaps.at(-1)?.listeners}` },
  ];
}

async function heapOf(session: CDPSession): Promise<{ bytes: number; listeners: number }> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return { bytes: usedSize, listeners: metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? 0 };
}

const use = (page: Page, ms: number) =>
  page.evaluate(
    async ({ part, lengthMs }) => {
      const { document } = window;
      const press = document.querySelector<HTMLElement>('#press');
      const field = document.querySelector<HTMLInputElement>('#field');
      const out = document.querySelector('#out');
      const tracker = (window as unknown as { sightline?: { track(name: string, details: object): void } }).sightline;
      const STEPS = 60;
      const each = (count: number, step: number) => Math.floor((count * (step + 1)) / STEPS) - Math.floor((count * step) / STEPS);
      const share = (count: number, step: number) => Array.from({ length: each(count, step) });
      for (let step = 0; step < STEPS; step += 1) {
        share(part.clicks, step).forEach(() => press?.click());
        share(part.calls, step).forEach(() => tracker?.track('call', { step, text: 'x'.repeat(100) }));
        share(part.moves, step).forEach(() =>
          document.body.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX: Math.random() * 500, clientY: step })),
        );
        share(part.fields, step).forEach(() => {
          field?.focus();
          field?.dispatchEvent(new Event('change', { bubbles: true }));
          field?.blur();
        });
        share(part.routes, step).forEach(() => history.pushState({}, '', `?route=${step % 5}`));
        if (out) out.textContent = String(step);
        await new Promise((resolve) => setTimeout(resolve, lengthMs / STEPS));
      }
    },
    { part: PART, lengthMs: ms },
  );
