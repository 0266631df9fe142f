import type { Metric } from './metric.ts';
import { VISIBLE_SEES, visibleReading } from './pages/visible-reading.ts';
import { lengthOf } from './presence/intervals.ts';
import { restsOf } from './scroll/rests.ts';
import { SCROLL_SEES, scrollReading } from './scroll/scroll-reading.ts';

/** For how long each part of one page's height was in the viewport. */
export interface ViewportTimeMap {
  url: string;
  at: number;
  heightPx: number;
  /** From the top; each bin is an equal share of the height. */
  binsMs: number[];
}

/**
 * For how long each part of a page was in the viewport.
 *
 * A viewport of half the page, 1 s at the top and 3 s at the end, in 2 bins → 1,000 and 3,000 ms.
 */
export const viewportTimeMap: Metric<ViewportTimeMap[], { bins: number }> = {
  name: 'viewport_time_map',
  version: 1,
  title: 'Viewport time map',
  group: 'scroll',
  unit: 'ms',
  definition:
    'For each page view that was scrolled and each bin (1 %) of its height: the time in which the bin was inside the viewport, at rest, while the page was visible; a bin partly inside counts by its share inside; rounded to whole ms. At rest is from the page view’s beginning or the end of a scrolling to the beginning of the next one, where that began, with the viewport as it was at that one’s end; then to the end of the page view, where that is told.',
  columns: {
    url: 'address',
    at: 'beginning of the page view, ms since 1970',
    heightPx: 'largest height of the page, px, each as for scroll_depth_scroll',
    binsMs: 'time of each bin from the top, ms',
  },
  source:
    'Sightline. Time within a scrolling belongs to no place; page views without scrolling tell nothing of their height and have no row.',
  parameters: { bins: 100 },
  presets: [{ name: 'tenths', source: 'Ten bins, for small samples.', parameters: { bins: 10 } }],
  example: {
    events: [
      [0, 'started', { viewportResolution: { width: 800, height: 1_000 } }],
      [0, 'pageView', { url: '/a' }],
      [1_400, 'pageScroll', { scrollY: 99_000, fromY: 0, depth: 1, maxDepth: 1, durationMs: 400 }],
      [4_400, 'pageLeft', { cause: 'hide' }],
    ],
    value: [{ url: '/a', at: 0, heightPx: 100_000, binsMs: [1_000, ...Array.from({ length: 98 }, () => 0), 3_000] }],
  },
  sees: { ...SCROLL_SEES, ...VISIBLE_SEES },
  ends: false,
  begin({ bins }) {
    const scrolls = scrollReading();
    const visible = visibleReading();
    return {
      see(event) {
        scrolls.see(event);
        visible.see(event);
      },
      value: () =>
        scrolls.visits().flatMap((visit) => {
          const heightPx = Math.max(0, ...visit.kept.map(({ height = 0 }) => height));
          if (heightPx === 0) return [];
          const binsMs = Array.from({ length: bins }, () => 0);
          const binPx = heightPx / bins;
          for (const { from, to, top, viewport } of restsOf(visit)) {
            const seen = visible.within(visit.tab, { from, to });
            const ms = seen ? lengthOf(seen) : to - from;
            const bottom = Math.min(top + viewport, heightPx);
            for (let bin = Math.max(0, Math.floor(top / binPx)); bin < bins && bin * binPx < bottom; bin += 1) {
              const inside = Math.min((bin + 1) * binPx, bottom) - Math.max(bin * binPx, top);
              binsMs[bin] = (binsMs[bin] ?? 0) + (ms * Math.max(0, inside)) / binPx;
            }
          }
          return [{ url: visit.url, at: visit.at, heightPx, binsMs: binsMs.map(Math.round) }];
        }),
    };
  },
};
