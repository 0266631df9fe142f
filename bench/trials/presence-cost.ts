import { ARTICLE_SCRIPT, COUNT_WRITES } from '../presence/article.ts';
import { dropProfile, newProfile } from '../presence/profile.ts';
import { openBrowser, type DrivenTab } from '../../e2e/driven-browser.ts';
import { wait } from '../presence/scenario.ts';
import { openSite } from '../../e2e/tracked-site.ts';
import { systemUnderTest } from '../system-under-test.ts';
import type { Line, Trial } from '../trial.ts';

const SPAN_MS = 20_000;
/** What is done once, at the start, is not what is compared. */
const SETTLE_MS = 4_000;

interface Cost {
  scriptMs: number;
  taskMs: number;
  localStorage: number;
  indexedDB: number;
}

const WAYS = [
  { name: 'no script at all', path: '/bare', script: '' },
  { name: 'the article’s way', path: '/bare', script: ARTICLE_SCRIPT },
  { name: 'Sightline, the whole tracker with presence', path: '/0', script: '' },
];
const PAGES = [
  { name: 'visible, nobody does anything', isHidden: false, isBusy: false },
  { name: 'visible, the pointer moves 60 times a second', isHidden: false, isBusy: true },
  { name: 'hidden', isHidden: true, isBusy: false },
];

/** What presence costs a page, beside the article's interval of 300 ms that writes on each movement. */
export const presenceCost: Trial = {
  name: 'presence-cost',
  conditions: `Chromium, one page for ${SPAN_MS / 1_000} s after ${SETTLE_MS / 1_000} s to settle; script and task time of its renderer by the browser’s own counters, writes counted in the page. Task time includes what the browser does for each pointer event anyway.`,
  async run() {
    const system = await systemUnderTest();
    const site = await openSite({ tracker: `http://127.0.0.1:${system.port}`, token: system.token });
    const lines: Line[] = [];
    try {
      for (const { name: page, isHidden, isBusy } of PAGES) {
        for (const { name, path, script } of WAYS) {
          const profile = await newProfile();
          const browser = await openBrowser(profile);
          try {
            const tab = await browser.open('about:blank');
            await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: COUNT_WRITES });
            await tab.send('Performance.enable');
            await tab.goto(site.url + path);
            if (script) await tab.evaluate(script);
            if (isHidden) await browser.open('about:blank');
            await wait(SETTLE_MS);
            const before = await costOf(tab);
            await (isBusy ? moving(tab) : wait(SPAN_MS));
            const after = await costOf(tab);
            lines.push({ what: `${page}: ${name}`, value: told(before, after) });
          } finally {
            await browser.kill();
            await dropProfile(profile);
          }
        }
      }
    } finally {
      await site.close();
      await system.stop();
    }
    return lines;
  },
};

async function moving(tab: DrivenTab): Promise<void> {
  const start = performance.now();
  for (let step = 0; performance.now() - start < SPAN_MS; step += 1) {
    await tab.move(200 + 100 * Math.sin(step / 10), 200 + 100 * Math.cos(step / 10));
    await wait(Math.max(0, (step * 1_000) / 60 - (performance.now() - start)));
  }
}

async function costOf(tab: DrivenTab): Promise<Cost> {
  const { metrics } = (await tab.send('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const writes = (await tab.evaluate('window.writes')) as Pick<Cost, 'localStorage' | 'indexedDB'>;
  return { scriptMs: seconds('ScriptDuration') * 1_000, taskMs: seconds('TaskDuration') * 1_000, ...writes };
}

const told = (before: Cost, after: Cost): string =>
  `script ${(after.scriptMs - before.scriptMs).toFixed(1)} ms, tasks ${(after.taskMs - before.taskMs).toFixed(1)} ms; ` +
  `writes: localStorage ${after.localStorage - before.localStorage}, IndexedDB ${after.indexedDB - before.indexedDB}`;
