/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/delivery/browser.ts';
import { openSite } from '../../e2e/delivery/site.ts';
import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { systemUnderTest } from '../system-under-test.ts';
import { recordTrace, type TraceEvent } from '../tracker/record-trace.ts';
import { EVERYTHING } from '../tracker/everything.ts';
import type { Line, Trial } from '../trial.ts';

const MINUTE_MS = 60_000;
/** How many of the longest stretches are told with what they were. */
const NAMED = 3;

/** What the tracker costs the main thread of a page that is used for a minute. */
export const trackerCost: Trial = {
  name: 'tracker-cost',
  conditions:
    'A minute of trusted input in Chromium: the mouse moves on all the time, a click every half second, a turn of the wheel every second, a key every 200 ms; every collector on, presence too. By the browser’s own trace, in processor time of the main thread, so that neighbours on the machine do not count: every call into our scripts with all that it calls, their evaluation, and every run of microtasks in the page, which has no other script.',
  async run() {
    const system = await systemUnderTest();
    const endpoint = `http://127.0.0.1:${system.port}/`;
    const site = await openSite({ endpoint, token: system.token, events: EVERYTHING });
    const profile = await mkdtemp(join(BENCH_DIRECTORY, 'cost-'));
    const browser = await openBrowser(profile);
    try {
      const page = await browser.context.newPage();
      const session: CDPSession = await browser.context.newCDPSession(page);
      const stop = await recordTrace(session);
      await page.goto(site.url);
      await use(page);
      return lines(await stop());
    } finally {
      await browser.kill();
      await site.close();
      await system.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

function lines(events: readonly TraceEvent[]): Line[] {
  const stretches = ours(events)
    .map(({ name, tdur = 0, args }) => ({ ms: tdur / 1_000, what: `${name} ${basename(args?.data?.url ?? '')}`.trim() }))
    .sort((one, other) => other.ms - one.ms);
  const spent = stretches.reduce((sum, { ms }) => sum + ms, 0);
  const longest = stretches.slice(0, NAMED).map(({ ms, what }) => `${ms.toFixed(1)} ms (${what})`);
  return [
    {
      what: 'main thread in our code',
      value: `${spent.toFixed(0)} ms of ${MINUTE_MS / 1_000} s (${((spent / MINUTE_MS) * 100).toFixed(2)} %)`,
      bar: '≤ 1 %',
    },
    { what: 'our longest stretches', value: longest.join(', '), bar: '≤ 10 ms' },
    { what: 'stretches over 2 ms', value: `${stretches.filter(({ ms }) => ms > 2).length} of ${stretches.length}` },
  ];
}

/** The outermost stretches that are ours, one after the other. */
function ours(events: readonly TraceEvent[]): TraceEvent[] {
  const own = events
    .filter(
      ({ name, ph, args }) =>
        ph === 'X' && (name === 'RunMicrotasks' || (CALLS.has(name) && /\/sightline[^/]*\.js/.test(args?.data?.url ?? ''))),
    )
    .sort((one, other) => one.ts - other.ts);
  let until = -Infinity;
  return own.filter(({ ts, dur = 0 }) => {
    const isOutermost = ts >= until;
    if (isOutermost) until = ts + dur;
    return isOutermost;
  });
}

/** Parsing in the background is not the main thread's. */
const CALLS = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile']);

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
