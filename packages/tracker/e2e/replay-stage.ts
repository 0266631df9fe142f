import type { BrowserContext, Page } from 'playwright-core';
import type { eventWithTime } from '@rrweb/types';
import { afterEach, beforeAll, expect, vi } from 'vitest';
import { appScript } from './app-script.ts';
import { browserStage } from './browser-stage.ts';
import type { Collector } from './collector.ts';
import { looksOf } from './looks-of.ts';
import { shapeOf } from './shape.ts';
import { withAssets } from './with-assets.ts';

interface ReplayWindow extends Window {
  replay?: { Replayer: new (events: unknown[], options: object) => { pause(atMs: number): void; iframe: HTMLIFrameElement } };
}

/** What a page was made of at a moment. */
export interface Moment {
  at: number;
  shape: string[];
  /** How marked elements were drawn. */
  looks: string[];
}

/** Pages that are recorded, replayed and compared. */
export interface ReplayStage {
  readonly context: BrowserContext;
  readonly collector: Collector;
  /** Opens a page with the recorder on it, whether it has asked for it or not. */
  visit(path: string): Promise<Page>;
  /** Puts the recorder on a page that is there already. */
  recordFromNow(page: Page): Promise<void>;
  /** Moments as replay shows them, each sought by itself. */
  replayed(moments: readonly Moment[], tab?: string): Promise<Omit<Moment, 'at'>[]>;
  /** Replay shows at each moment what the page was made of. */
  compare(moments: readonly Moment[], tab?: string): Promise<void>;
}

const RECORDER = '<script src="/sightline.js" data-flight-token="sl_test" data-recording="" async></script>';

/** Sets the stage before each test of the file, and clears it afterwards. */
export function replayStage(): ReplayStage {
  const stage = browserStage();
  let player: string;
  beforeAll(async () => {
    player = await appScript('replay');
  });
  afterEach(() => expect(stage.collector.recordings.gaps()).toEqual([]));

  const recorded = () =>
    vi.waitFor(() => expect(stage.collector.recordings.events().length).toBeGreaterThan(1), { timeout: 30_000, interval: 50 });

  const replayed = async (moments: readonly Moment[], tab?: string) => {
    await vi.waitFor(
      () => expect(Math.max(...stage.collector.recordings.chunks().map(({ until }) => until))).toBeGreaterThan(moments.at(-1)?.at ?? 0),
      { timeout: 30_000 },
    );
    const events: eventWithTime[] = withAssets(stage.collector.recordings.events(tab), stage.collector.recordings.assets());
    const page = await stage.context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(`${stage.collector.url()}/bare.html`);
    await page.addScriptTag({ content: player });
    const shown: Omit<Moment, 'at'>[] = [];
    for (const { at } of moments) {
      shown.push(
        await page.evaluate(
          async ({ all, until, seen }) => {
            const { replay } = window as ReplayWindow;
            document.body.replaceChildren();
            const Replayer = replay?.Replayer;
            if (!Replayer) throw new Error('no player');
            const replayer = new Replayer(all, { mouseTail: false, UNSAFE_replayCanvas: false, showWarning: false });
            replayer.pause(until - (all[0]?.timestamp ?? 0));
            await new Promise((resolve) => setTimeout(resolve, 400));
            const inner = replayer.iframe.contentDocument;
            const [shape = [], looks = []] = seen.map((look) =>
              (new Function(`return (${look})`)() as (document: unknown) => string[])(inner),
            );
            return { shape, looks };
          },
          { all: events as { timestamp: number }[], until: at, seen: [shapeOf.toString(), looksOf.toString()] },
        ),
      );
    }
    expect(problems).toEqual([]);
    return shown;
  };

  return {
    get context() {
      return stage.context;
    },
    get collector() {
      return stage.collector;
    },
    async visit(path) {
      const page = await stage.context.newPage();
      await page.route('**/*.html', async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace(/<script[^>]*sightline\.js[^>]*><\/script>/, '');
        await route.fulfill({ response, body: html.replace(/<(?:head|meta charset)[^>]*>/, `$&${RECORDER}`) });
      });
      await page.goto(stage.collector.url() + path);
      await recorded();
      return page;
    },
    async recordFromNow(page) {
      await page.evaluate((tag) => document.head.append(document.createRange().createContextualFragment(tag)), RECORDER);
      await recorded();
    },
    replayed,
    async compare(moments, tab) {
      const shown = await replayed(moments, tab);
      for (const [index, { shape, looks }] of moments.entries()) expect(shown[index]).toEqual({ shape, looks });
    },
  };
}

/** The page as it is now, at the beginning of a millisecond. */
export const momentOf = (page: Page): Promise<Moment> =>
  page.evaluate(`(() => {
    const before = Date.now();
    while (Date.now() === before);
    const at = Date.now();
    return { at, shape: (${shapeOf.toString()})(document), looks: (${looksOf.toString()})(document) };
  })()`);

/** Something that is recorded after the last moment, so that its end is known. */
export const goOn = (page: Page): Promise<void> => page.mouse.move(30 + Math.random() * 200, 40);
