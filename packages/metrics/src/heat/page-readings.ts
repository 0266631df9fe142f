import { RAGE_SEES } from '../click/rage-runs.ts';
import type { MeasuredEvent, Sees } from '../metric.ts';
import { VISIBLE_SEES } from '../pages/visible-reading.ts';
import { lengthOf } from '../presence/intervals.ts';
import { SCROLL_SEES } from '../scroll/scroll-reading.ts';
import { bandsReached, type BandView } from './band-map.ts';
import { elementSignals, type ElementSignal } from './element-signals.ts';
import { pathOfUrl } from './page-match.ts';
import { viewedPages, type ViewedPage } from './viewed-pages.ts';

/** How a session read one page, in whole pixels and milliseconds: what maps of many sessions are summed up from. */
export interface PageReading {
  page: string;
  views: readonly BandView[];
  elements: readonly ElementSignal[];
}

/** Names the definition, as `name@version` does of a metric: readings of another one are made anew. */
export const PAGE_READING = 'page_reading@1';

/** As fine as a page's height is cut. */
export const READING_BANDS = 100;

/** What it is made of. */
export const READING_SEES: Sees = {
  ...RAGE_SEES,
  ...SCROLL_SEES,
  ...VISIBLE_SEES,
  viewportResize: ['viewportHeight', 'viewportWidth'],
  cursorTracking: ['path', 'trackingType'],
};

/** How a session read each of its pages, from its events in order of time. */
export function pageReadings(events: readonly MeasuredEvent[]): PageReading[] {
  const pages = new Map<string, ViewedPage[]>();
  for (const view of viewedPages(events, () => true)) {
    const page = pathOfUrl(view.url);
    const known = pages.get(page);
    if (known) known.push(view);
    else pages.set(page, [view]);
  }
  pages.delete('');
  return [...pages].map(([page, views]) => ({ page, views: views.map(laid), elements: signals(views) }));
}

/** No page is longer, no viewport larger, and nobody stays longer: pages may say what they like. */
const MOST_PX = 2 ** 24 - 1;
const MOST_VIEWPORT_PX = 2 ** 16 - 1;
const MOST_MS = 2 ** 48;

const laid = ({ viewport, height, depth, rests }: ViewedPage): BandView => ({
  times: 1,
  viewport: told(viewport, MOST_VIEWPORT_PX),
  height: told(height, MOST_PX),
  reached: depth === undefined ? undefined : bandsReached(depth, READING_BANDS),
  rests: rests.flatMap((rest) => {
    const ms = whole(lengthOf(rest.seen), MOST_MS);
    return ms > 0 ? [{ top: whole(rest.top, MOST_PX), viewport: whole(rest.viewport, MOST_VIEWPORT_PX), ms }] : [];
  }),
});

const whole = (number: number, most: number): number => Math.round(Math.max(-most, Math.min(number, most)));

/** A length of nothing tells nothing. */
const told = (length: number | undefined, most: number): number | undefined => whole(Math.max(0, length ?? 0), most) || undefined;

const signals = (views: readonly ViewedPage[]): ElementSignal[] =>
  elementSignals(views)
    .map((signal) => ({ ...signal, hoverMs: whole(signal.hoverMs, MOST_MS) }))
    .filter(({ rage, hoverMs }) => rage > 0 || hoverMs > 0);
