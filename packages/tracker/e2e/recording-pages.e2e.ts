import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { KINDS_OF_PAGES } from './kinds-of-pages.ts';
import { goOn, momentOf, replayStage, type Moment } from './replay-stage.ts';

const stage = replayStage();

/** Serves a page that is nowhere on disk, and its files. */
const open = async (body: string, files: Record<string, string>): Promise<Page> => {
  await stage.context.route('**/kind/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Kind</title></head><body>${body}</body></html>`,
    }),
  );
  for (const [path, text] of Object.entries(files)) {
    const contentType = path.endsWith('.css') ? 'text/css' : 'image/svg+xml';
    await stage.context.route(new RegExp(`${path.replace('.', '\\.')}(?:\\?.*)?$`), (route) => route.fulfill({ contentType, body: text }));
  }
  const page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/kind/page`);
  await stage.recordFromNow(page);
  return page;
};

test.each(KINDS_OF_PAGES)('a page with $title looks and is made as it was, at each moment', async ({ body, files = {}, acts = [] }) => {
  const page = await open(body, files);
  // Pictures and long style sheets come along a moment later.
  await page.waitForTimeout(1_500);
  const moments: Moment[] = [await momentOf(page)];
  for (const act of acts) {
    await page.evaluate(act);
    await page.waitForTimeout(1_500);
    moments.push(await momentOf(page));
  }
  await goOn(page);
  await page.waitForTimeout(300);
  expect(moments[0]?.looks.length).toBeGreaterThan(0);
  await stage.compare(moments);
});
