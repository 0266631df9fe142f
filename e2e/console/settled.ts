import type { Page } from 'playwright-core';

const QUIET_MS = 300;
const LOOK_EVERY_MS = 50;
const AT_MOST_MS = 8_000;

/** Waits until a page of the console shows what it is going to: a heading, nothing marked busy, and nothing more asked for a moment. */
export async function settled(page: Page): Promise<void> {
  const waiting = new Set<unknown>();
  let quietSince = Date.now();
  const begin = (request: unknown) => waiting.add(request);
  const end = (request: unknown) => {
    waiting.delete(request);
    quietSince = Date.now();
  };
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  try {
    await page.locator('h1, h2').first().waitFor();
    for (const until = Date.now() + AT_MOST_MS; Date.now() < until;) {
      const busy = await page.locator('[aria-busy="true"]').count();
      if (busy === 0 && waiting.size === 0 && Date.now() - quietSince > QUIET_MS) return;
      if (busy > 0) quietSince = Date.now();
      await page.waitForTimeout(LOOK_EVERY_MS);
    }
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  }
}
