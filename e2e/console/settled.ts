import type { Page, Response } from 'playwright-core';

const QUIET_MS = 300;
const LOOK_EVERY_MS = 50;
const AT_MOST_MS = 8_000;
/** What says of itself that it is busy is waited for: a recorded page behind a map is built for seconds. */
const BUSY_AT_MOST_MS = 30_000;

/** Waits until a page of the console shows what it is going to: a heading, nothing marked busy, and nothing more asked for a moment. */
export async function settled(page: Page): Promise<void> {
  const waiting = new Set<unknown>();
  let quietSince = Date.now();
  const begin = (request: unknown) => waiting.add(request);
  const end = (request: unknown) => {
    waiting.delete(request);
    quietSince = Date.now();
  };
  // What tells of a running session does not end while it runs.
  const answered = (response: Response) => void (response.headers()['content-type']?.includes('ndjson') && end(response.request()));
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end).on('response', answered);
  try {
    await page.locator('h1, h2').first().waitFor();
    const begun = Date.now();
    for (let busy = 0; Date.now() - begun < (busy > 0 ? BUSY_AT_MOST_MS : AT_MOST_MS);) {
      busy = await page.locator('[aria-busy="true"]').count();
      if (busy === 0 && waiting.size === 0 && Date.now() - quietSince > QUIET_MS) return;
      if (busy > 0) quietSince = Date.now();
      await page.waitForTimeout(LOOK_EVERY_MS);
    }
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end).off('response', answered);
  }
}
