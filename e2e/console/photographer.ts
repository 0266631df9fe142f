import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Owner } from '../owner.ts';
import { settled } from './settled.ts';

/** A picture of a view of the console. */
export interface Picture {
  /** How much is in the installation. */
  holding: string;
  page: string;
  look: string;
  file: string;
}

interface Look {
  size: keyof typeof SIZES;
  theme: 'light' | 'dark';
}

const SIZES = { wide: { width: 1440, height: 900 }, middle: { width: 1024, height: 768 }, phone: { width: 390, height: 844 } };
/** Until charts are drawn anew for another width. */
const REDRAWN_MS = 400;

/** Every width, light and dark. */
export const ALL_LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['wide', 'middle', 'phone'] as const).map((size) => ({ size, theme })),
);
/** A desk by day and a phone by night. */
export const TWO_LOOKS: readonly Look[] = [
  { size: 'wide', theme: 'light' },
  { size: 'phone', theme: 'dark' },
];

/** Takes pictures of pages of one installation; what goes wrong on a page is told, and costs no other its picture. */
export function photographer({ browser, url, out, holding, only, troubles }: PhotographerDeps) {
  async function takeOne(context: BrowserContext, { name, path, keys }: View, looks: readonly Look[]): Promise<Picture[]> {
    const page = await context.newPage();
    const tell = (what: string) => troubles.push(`${holding} ${name}: ${what}`);
    page.on('pageerror', (error) => tell(String(error)));
    page.on('console', (message) => (message.type() === 'error' && !isMissing(message.text()) ? tell(message.text()) : undefined));
    const taken: Picture[] = [];
    try {
      await page.goto(new URL(path, url).href);
      await settled(page);
      if (keys !== undefined) await page.keyboard.press(keys);
      for (const { size, theme } of looks) {
        await page.emulateMedia({ colorScheme: theme });
        await page.setViewportSize(SIZES[size]);
        await page.waitForTimeout(REDRAWN_MS);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wider > 0) tell(`is ${wider} px wider than a window of ${SIZES[size].width} px`);
        const file = `${holding}-${name}-${size}-${theme}.png`;
        await page.screenshot({ path: join(out, file) });
        taken.push({ holding, page: name, look: `${size} ${theme}`, file });
      }
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    } finally {
      await page.close();
    }
    return taken;
  }

  return {
    async take(views: readonly View[], { looks, owner }: { looks: readonly Look[]; owner?: Owner }): Promise<Picture[]> {
      const context = await browser.newContext({ viewport: SIZES.wide, ...(owner ? { storageState: owner.state } : {}) });
      const taken: Picture[] = [];
      // One after the other: pictures of two pages at once come out with pieces of each other.
      for (const view of views.filter(({ name }) => name.includes(only))) taken.push(...(await takeOne(context, view, looks)));
      await context.close();
      return taken;
    },
  };
}

/** Pages of what is not there are looked at on purpose. */
const isMissing = (message: string) => message.includes('404');

/** What to open, and the keys to press then. */
export interface View {
  name: string;
  path: string;
  keys?: string;
}

export interface PhotographerDeps {
  browser: Browser;
  url: string;
  out: string;
  holding: string;
  /** Only views whose name contains it. */
  only: string;
  troubles: string[];
}
