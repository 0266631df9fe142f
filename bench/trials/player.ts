import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/delivery/browser.ts';
import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { cpuMs } from '../process-tree.ts';
import { asker, indexed } from '../recording/asker.ts';
import { liveLags } from '../recording/live-lags.ts';
import { LENGTHS, sendMadeRecording } from '../recording/send-made-recording.ts';
import { opened, sought, watchReplays } from '../recording/watched-replay.ts';
import { signedIn } from '../signed-in.ts';
import { systemUnderTest, type SystemUnderTest } from '../system-under-test.ts';
import type { Line, Trial } from '../trial.ts';

/** `SIGHTLINE_PLAYER='1 minute,live'` runs these parts alone: all together they take minutes. */
const LIVE = 'live';
const OPENINGS = 8;
const SEEKS = 40;
const CHANGES = 20;
/** Far apart from one to the next, and spread over the whole. */
const STEP = 0.381_966;

/** The console's player in a real browser: how long people wait for the first picture and for another moment, and what it keeps. */
export const player: Trial = {
  name: 'player',
  conditions: `Chromium, the console, server and engine on the same machine; recordings as in \`recording-store\`, read through for checkpoints. Opening: from navigation to the frame after the one in which the recorded page stands there, ${OPENINGS} times each in a new tab with a warm cache. Seeking: ${SEEKS} clicks on the timeline, from the press of the button to the frame after the one that shows the second, so with drawing. Heap: after garbage collection. Live: ${CHANGES} changes of a page that another browser shows, from the change to the frame after the one that shows it in the console.`,
  async run() {
    const parts = partsOf(process.env.SIGHTLINE_PLAYER);
    const system = await systemUnderTest();
    const profile = await mkdtemp(join(BENCH_DIRECTORY, 'player-'));
    const browser = await openBrowser(profile);
    try {
      const cookie = await signedIn(system);
      await browser.context.addCookies(cookiesOf(cookie, system));
      await watchReplays(browser.context);
      const lines: Line[] = [];
      for (const length of LENGTHS) if (parts.has(length.name)) lines.push(...(await linesOf(system, browser.context, cookie, length)));
      if (!parts.has(LIVE)) return lines;
      const lags = await liveLags(system, browser.context, asker(system.port, cookie), CHANGES);
      return [...lines, { what: 'live: a change of a page, drawn in the console', value: times(lags), bar: '< 2 s' }];
    } finally {
      await browser.kill();
      await system.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

function partsOf(given: string | undefined): ReadonlySet<string> {
  const all: string[] = [...LENGTHS.map(({ name }) => name), LIVE];
  const parts = given?.split(',') ?? all;
  const unknown = parts.filter((part) => !all.includes(part));
  if (unknown.length > 0) throw new Error(`SIGHTLINE_PLAYER: expected some of ${all.join(', ')}; got ${unknown.join(', ')}`);
  return new Set(parts);
}

async function linesOf(
  system: SystemUnderTest,
  context: BrowserContext,
  cookie: string,
  { name, seconds }: (typeof LENGTHS)[number],
): Promise<Line[]> {
  const { session } = await sendMadeRecording(system, seconds);
  const url = `http://127.0.0.1:${system.port}/sessions/${session}`;
  await indexed(asker(system.port, cookie), `/api/v1/sessions/${session}/recording`);
  // The first visit fetches the console itself.
  await inTab(context, (page) => opened(page, url));

  const first: number[] = [];
  const middle: number[] = [];
  for (let time = 0; time < OPENINGS; time += 1) {
    first.push(await inTab(context, (page) => opened(page, url)));
    middle.push(await inTab(context, (page) => opened(page, `${url}?t=${Math.round(seconds * 500)}`)));
  }
  return inTab(context, async (page) => {
    await opened(page, url);
    const before = await kept(page);
    const cpu = cpuMs(system.pid);
    const seeks: number[] = [];
    for (let seek = 1; seek <= SEEKS; seek += 1) seeks.push(await sought(page, (seek * STEP) % 1, seconds));
    const cpuOfSeek = Math.round((cpuMs(system.pid) - cpu) / SEEKS);
    const after = await kept(page);
    return [
      { what: `${name}: first picture, at the beginning`, value: times(first), bar: 'first frame < 1 s' },
      { what: `${name}: first picture, by a link to its middle`, value: times(middle), bar: 'first frame < 1 s' },
      { what: `${name}: seek by a click`, value: `${times(seeks)}; processor of server and engine ${cpuOfSeek} ms`, bar: '< 300 ms' },
      { what: `${name}: kept after opening → after ${SEEKS} seeks`, value: `${before} → ${after}`, bar: 'does not grow with length' },
    ];
  });
}

async function inTab<Value>(context: BrowserContext, work: (page: Page) => Promise<Value>): Promise<Value> {
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width: 1_440, height: 900 });
    return await work(page);
  } finally {
    await page.close();
  }
}

async function kept(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  await session.detach();
  return `${(of('JSHeapUsedSize') / 1e6).toFixed(1)} MB, ${Math.round(of('Nodes'))} DOM nodes`;
}

function times(all: readonly number[]): string {
  const sorted = all.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}

const cookiesOf = (cookies: string, { port }: SystemUnderTest) =>
  cookies.split('; ').map((cookie) => {
    const split = cookie.indexOf('=');
    return { name: cookie.slice(0, split), value: cookie.slice(split + 1), url: `http://127.0.0.1:${port}` };
  });
