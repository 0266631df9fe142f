/// <reference lib="dom" />
import type { SessionPage } from '@sightline/protocol';
import type { BrowserContext } from 'playwright-core';
import { launchBrowser } from '../../e2e/browser.ts';
import type { SystemUnderTest } from '../system-under-test.ts';
import type { Ask } from './asker.ts';
import { recordedPages } from './recorded-pages.ts';
import { arrived } from './watched-replay.ts';

const FOUND_WITHIN_MS = 20_000;
/** Not in step with anything that polls. */
const APART_MS = 1_130;

/** Changes a page that one browser shows, and tells after how many ms each change was drawn in the live view of another. */
export async function liveLags({ port, token }: SystemUnderTest, desk: BrowserContext, ask: Ask, times: number): Promise<number[]> {
  const site = await recordedPages(`http://127.0.0.1:${port}/`, token);
  const browser = await launchBrowser();
  try {
    const visited = await browser.newPage();
    await visited.goto(`${site.url}/Sightline/plain.html`);
    await visited.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { id: 'clock', textContent: '0' })));
    const session = await newestSession(ask);
    const page = await desk.newPage();
    await page.setViewportSize({ width: 1_440, height: 900 });
    await page.goto(`http://127.0.0.1:${port}/sessions/${session}`);
    await page.getByRole('toolbar', { name: 'Replay' }).getByRole('button', { name: 'Live' }).click();
    const lags: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const seen = arrived(page);
      await visited.evaluate(() => {
        const clock = document.getElementById('clock');
        if (clock) clock.textContent = String(Date.now());
      });
      lags.push(await seen);
      await new Promise((resolve) => setTimeout(resolve, APART_MS));
    }
    await page.close();
    return lags;
  } finally {
    await browser.close();
    await site.close();
  }
}

async function newestSession(ask: Ask): Promise<string> {
  const { answer } = await ask<{ applications: { flights: { id: string }[] }[] }>('/api/v1/applications');
  const flight = answer.applications[0]?.flights[0]?.id ?? '';
  for (const from = performance.now(); performance.now() - from < FOUND_WITHIN_MS;) {
    const { sessions } = (await ask<SessionPage>(`/api/v1/sessions?flight=${flight}`)).answer;
    const live = sessions.find((session) => session.live && session.durationMs < FOUND_WITHIN_MS);
    if (live) return live.id;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`expected the visited page's session within ${FOUND_WITHIN_MS} ms`);
}
