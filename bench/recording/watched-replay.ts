/// <reference lib="dom" />
import type { BrowserContext, Page } from 'playwright-core';

/** What the watching script leaves in the console's page. */
interface Watching {
  /** Milliseconds from navigation to the first picture of the recorded page; undefined until there is one. */
  firstMs: number | undefined;
  /** Resolves with the milliseconds since the last press of a button once the replay shows a second, and that has been drawn. */
  shows(second: number): Promise<number>;
  /** Resolves with the age of the time that stands in the recorded page, once another than now stands there and has been drawn. */
  changes(): Promise<number>;
}

declare global {
  interface Window {
    watching: Watching;
  }
}

const SHOWN_WITHIN_MS = 60_000;

/** Makes every page of a browser tell what its replay shows, frame by frame. */
export async function watchReplays(context: BrowserContext): Promise<void> {
  await context.addInitScript(watch);
}

/** From navigation to the first picture, in ms of the page's own clock. */
export async function opened(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  const first = await page.waitForFunction(() => window.watching.firstMs, undefined, { timeout: SHOWN_WITHIN_MS, polling: 50 });
  return (await first.jsonValue()) ?? Number.NaN;
}

/** From the press of the button on the timeline at a share of it to the moment drawn, in ms of the page's own clock. */
export async function sought(page: Page, share: number, seconds: number): Promise<number> {
  const box = await page.getByRole('slider', { name: 'Position in the session' }).boundingBox();
  if (!box) throw new Error('expected a timeline on the page, found none');
  const x = Math.round(box.width * share);
  await page.mouse.move(box.x + x, box.y + 12);
  await page.mouse.down();
  await page.mouse.up();
  return page.evaluate((second) => window.watching.shows(second), Math.floor((x / box.width) * seconds));
}

/** How old the next change of the recorded page is when it has been drawn, in ms. */
export const arrived = (page: Page): Promise<number> => page.evaluate(() => window.watching.changes());

/** Runs in the console's page; the recorded page tells its seconds in `#clock`. */
function watch(): void {
  const TOLERATED_SECONDS = 1;
  const within = 50_000;
  let pressedAt = 0;
  addEventListener('pointerdown', ({ timeStamp }) => (pressedAt = timeStamp), true);
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const clock = () => {
    const stage = document.querySelector('section[aria-label="Replay"][aria-busy="false"]');
    const frame = [...(stage?.querySelectorAll('iframe') ?? [])].find((each) => !each.closest('[data-waiting]'));
    const text = frame?.contentDocument?.getElementById('clock')?.textContent;
    return text === undefined || text === null ? undefined : Number(text);
  };
  /** A frame after the one in which it stands there, that one has been drawn. */
  const drawn = async (isThere: () => boolean) => {
    for (const from = performance.now(); !isThere(); await nextFrame())
      if (performance.now() - from > within) throw new Error(`the replay shows second ${clock()}`);
    await nextFrame();
    return performance.now();
  };
  window.watching = {
    firstMs: undefined,
    shows: async (second) => (await drawn(() => Math.abs((clock() ?? Number.NaN) - second) <= TOLERATED_SECONDS)) - pressedAt,
    async changes() {
      const before = clock();
      await drawn(() => clock() !== undefined && clock() !== before);
      return Date.now() - (clock() ?? Number.NaN);
    },
  };
  void drawn(() => clock() !== undefined).then((ms) => (window.watching.firstMs = ms));
}
