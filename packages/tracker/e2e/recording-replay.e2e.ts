import type { Page } from 'playwright-core';
import type { eventWithTime } from '@rrweb/types';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { appScript } from './app-script.ts';
import { browserStage } from './browser-stage.ts';
import { withAssets } from './with-assets.ts';
import { shapeOf } from './shape.ts';

interface ReplayWindow extends Window {
  replay?: { Replayer: new (events: unknown[], options: object) => { pause(atMs: number): void; iframe: HTMLIFrameElement } };
}

const stage = browserStage();
let player: string;
beforeAll(async () => {
  player = await appScript('replay');
});
afterEach(() => expect(stage.collector.recordings.gaps()).toEqual([]));

const RECORDER = '<script src="/sightline.js" data-flight-token="sl_test" data-recording="" async></script>';

/** Opens a page with the recorder on it, whether it has asked for it or not. */
const visit = async (path: string) => {
  const page = await stage.context.newPage();
  await page.route('**/*.html', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/<script[^>]*sightline\.js[^>]*><\/script>/, '');
    await route.fulfill({ response, body: html.replace(/<(?:head|meta charset)[^>]*>/, `$&${RECORDER}`) });
  });
  await page.goto(stage.collector.url() + path);
  await vi.waitFor(() => expect(stage.collector.recordings.events().length).toBeGreaterThan(1), { timeout: 15_000 });
  return page;
};

interface Moment {
  at: number;
  shape: string[];
}

/** The page as it is now, at the beginning of a millisecond. */
const momentOf = (page: Page): Promise<Moment> =>
  page.evaluate(`(() => {
    const before = Date.now();
    while (Date.now() === before);
    const at = Date.now();
    return { at, shape: (${shapeOf.toString()})(document) };
  })()`);

/** The moments as replay shows them, each sought by itself. */
const replayed = async (moments: readonly Moment[], tab?: string) => {
  await vi.waitFor(
    () => expect(Math.max(...stage.collector.recordings.chunks().map(({ until }) => until))).toBeGreaterThan(moments.at(-1)?.at ?? 0),
    {
      timeout: 10_000,
    },
  );
  const events: eventWithTime[] = withAssets(stage.collector.recordings.events(tab), stage.collector.recordings.assets());
  const page = await stage.context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(`${stage.collector.url()}/bare.html`);
  await page.addScriptTag({ content: player });
  const shapes: string[][] = [];
  for (const { at } of moments) {
    shapes.push(
      await page.evaluate(
        async ({ all, until, shape }) => {
          const { replay } = window as ReplayWindow;
          document.body.replaceChildren();
          const Replayer = replay?.Replayer;
          if (!Replayer) throw new Error('no player');
          const replayer = new Replayer(all, { mouseTail: false, UNSAFE_replayCanvas: false, showWarning: false });
          replayer.pause(until - (all[0]?.timestamp ?? 0));
          await new Promise((resolve) => setTimeout(resolve, 400));
          const inner = replayer.iframe.contentDocument;
          return (new Function(`return (${shape})`)() as (document: unknown) => string[])(inner);
        },
        { all: events as { timestamp: number }[], until: at, shape: shapeOf.toString() },
      ),
    );
  }
  expect(problems).toEqual([]);
  return shapes;
};

const compare = async (moments: readonly Moment[], tab?: string) => {
  const shapes = await replayed(moments, tab);
  for (const [index, { shape }] of moments.entries()) expect(shapes[index]).toEqual(shape);
};
/** Something that is recorded after the last moment, so that its end is known. */
const goOn = (page: Page) => page.mouse.move(30 + Math.random() * 200, 40);

test('forms, shadow roots, frames, moved nodes, rules put in by scripts', async () => {
  const page = await visit('/parts.html');
  const moments = [await momentOf(page)];
  for (let turn = 0; turn < 4; turn += 1) {
    await page.evaluate('act()');
    await page.waitForTimeout(1_000);
    moments.push(await momentOf(page));
  }
  await page.fill('#name', 'Grace Hopper');
  await page.check('#agree');
  await page.check('#one');
  await page.waitForTimeout(200);
  moments.push(await momentOf(page));
  await goOn(page);
  await compare(moments);
});

test('ten thousand nodes that keep changing', async () => {
  const page = await visit('/large.html');
  const moments: Moment[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await page.waitForTimeout(600);
    await page.evaluate('hold = true');
    // On a slow machine the recorder gathers changes for up to two seconds.
    await page.waitForTimeout(2_200);
    moments.push(await momentOf(page));
    await page.evaluate('hold = false');
  }
  await goOn(page);
  await compare(moments);
});

test('a virtual list of React', async () => {
  const app = await appScript('virtual-list');
  const page = await visit('/virtual-list.html');
  await page.addScriptTag({ content: app });
  const moments: Moment[] = [];
  for (const top of [0, 4_000, 180_000, 20]) {
    await page.evaluate((to) => document.querySelector('#scroller')?.scrollTo(0, to), top);
    await page.waitForTimeout(500);
    moments.push(await momentOf(page));
  }
  await goOn(page);
  await compare(moments);
});

test('the example shop, page after page in one tab', async () => {
  const page = await visit('/shop/index.html');
  const moments = [await momentOf(page)];
  await page.click('[data-testid=see-all]');
  await page.waitForURL('**/products.html');
  await page.waitForLoadState('networkidle');
  const snapshots = () => stage.collector.recordings.chunks().filter(({ snapshot }) => snapshot);
  await vi.waitFor(() => expect(snapshots()).toHaveLength(2), { timeout: 10_000 });
  moments.push(await momentOf(page));
  await goOn(page);
  expect(stage.collector.recordings.tabs()).toHaveLength(1);
  await compare(moments);
});

test('LogUI’s test page', async () => {
  const page = await visit('/logui-test/index.html');
  const moments = [await momentOf(page)];
  for (const button of await page.locator('button:visible').all()) await button.click({ timeout: 1_000 }).catch(() => undefined);
  await page.waitForTimeout(400);
  moments.push(await momentOf(page));
  await goOn(page);
  await compare(moments);
});
