/// <reference lib="dom" />
import type { Stage } from './stage.ts';

/** Something that happens to pages, with about so many events recorded meanwhile. */
export interface Scenario {
  name: string;
  run(stage: Stage, events: number): Promise<void>;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** The outbox writes every 200 ms; a busy machine takes its time. */
const SURELY_WRITTEN_MS = 1_500;
const OFFLINE_MS = Number(process.env.SIGHTLINE_TORTURE_OFFLINE_MS ?? 2_000);
/** How often each thing happens. */
const TIMES = Number(process.env.SIGHTLINE_TORTURE_TIMES ?? 2);

/** Everything a page has to survive, each in a browser profile of its own. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'tabs closed',
    async run(stage, events) {
      for (let time = 0; time < TIMES; time += 1) {
        const page = await stage.open('closed');
        await stage.burst(page, events / TIMES);
        await page.close();
      }
      await stage.open('closed');
    },
  },
  {
    name: 'browser killed with -9',
    async run(stage, events) {
      for (let time = 0; time < TIMES; time += 1) {
        stage.network.swallow();
        const page = await stage.open('killed');
        await stage.burst(page, events / TIMES);
        await wait(SURELY_WRITTEN_MS);
        await stage.burst(page, 50, stage.uncertain);
        await stage.killBrowser('killed');
        stage.network.mend();
      }
      await stage.open('killed');
    },
  },
  {
    name: 'offline for a while',
    async run(stage, events) {
      const page = await stage.open('offline');
      const context = await stage.context('offline');
      await context.setOffline(true);
      stage.network.cut();
      await stage.burst(page, events / 2);
      await wait(OFFLINE_MS);
      await stage.burst(page, events / 2);
      await context.setOffline(false);
    },
  },
  {
    name: 'server killed with -9',
    async run(stage, events) {
      const page = await stage.open('server');
      for (let time = 0; time < TIMES; time += 1) {
        await stage.burst(page, events / TIMES / 2);
        await stage.killServer(async () => {
          await stage.burst(page, events / TIMES / 2);
          await page.reload();
        });
      }
    },
  },
  {
    name: 'data swallowed, then sockets cut',
    async run(stage, events) {
      const page = await stage.open('swallowed');
      for (let time = 0; time < TIMES; time += 1) {
        await stage.burst(page, events / TIMES / 2);
        stage.network.swallow();
        await stage.burst(page, events / TIMES / 2);
        await wait(500);
        stage.network.mend();
      }
    },
  },
  {
    name: 'unload forbidden by policy',
    async run(stage, events) {
      for (let time = 0; time < TIMES; time += 1) {
        const page = await stage.open('no-unload', '/no-unload.html');
        await stage.burst(page, events / TIMES / 2);
        await page.goto(`${stage.site.url}/no-unload.html?again`);
        await stage.burst(page, events / TIMES / 2);
        await page.close();
      }
      await stage.open('no-unload', '/no-unload.html');
    },
  },
  {
    name: 'quota exceeded',
    async run(stage, events) {
      const context = await stage.context('quota');
      const [blank] = context.pages();
      if (!blank) throw new Error('expected a blank page in a fresh browser, got none');
      const session = await context.newCDPSession(blank);
      // Before the first write: Chromium remembers for a while how much room there was.
      await session.send('Storage.overrideQuotaForOrigin', { origin: stage.site.url, quotaSize: 40_000 });
      const page = await stage.open('quota');
      await stage.burst(page, 20);
      await wait(500);
      stage.network.swallow();
      await stage.burst(page, events / 2);
      await wait(500);
      await stage.burst(page, events / 2);
      stage.network.mend();
      await page.reload();
      await stage.burst(page, 20);
    },
  },
  {
    name: 'two tabs at once',
    async run(stage, events) {
      const [one, two] = await Promise.all([stage.open('two'), stage.open('two')]);
      for (let time = 0; time < TIMES; time += 1) {
        await Promise.all([stage.burst(one, events / TIMES / 2), stage.burst(two, events / TIMES / 2)]);
        await one.reload();
      }
      await two.close();
      await one.bringToFront();
    },
  },
  {
    name: 'no IndexedDB',
    async run(stage, events) {
      const context = await stage.context('memory');
      await context.addInitScript(() => {
        Object.defineProperty(window, 'indexedDB', {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      });
      const page = await stage.open('memory');
      for (let time = 0; time < TIMES; time += 1) {
        await stage.burst(page, events / TIMES);
        await page.reload();
      }
    },
  },
];
