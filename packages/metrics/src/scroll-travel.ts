import type { Metric } from './metric.ts';
import { SCROLL_SEES, scrollReading } from './scroll/scroll-reading.ts';
import { travelOf, type ScrollTravel } from './scroll/travel.ts';

/**
 * How much each page was scrolled up and down.
 *
 * 500 px down and 500 px up on a page of 2,000 px, in a viewport of 500 px → 0.5 heights, 1 reversal.
 */
export const scrollTravel: Metric<ScrollTravel[]> = {
  name: 'scroll_travel',
  version: 1,
  title: 'Scroll travel',
  group: 'scroll',
  unit: 'px',
  definition:
    'For each page view that was scrolled: the sum of its vertical ways, also in page heights, and the number of changes of direction between ways of at least one viewport.',
  columns: {
    url: 'address',
    at: 'beginning of the page view, ms since 1970',
    travelPx: 'vertical travel, px',
    heights: 'travel in page heights; null where the height is not known',
    reversals: 'changes of direction',
  },
  source: 'Sightline; the amount that excessive_scroll@1 judges.',
  parameters: {},
  presets: [],
  example: {
    events: [
      [0, 'started', { viewportResolution: { width: 800, height: 500 } }],
      [1, 'pageView', { url: '/a' }],
      [900, 'pageScroll', { scrollY: 500, fromY: 0, depth: 0.5, maxDepth: 0.5, durationMs: 400 }],
      [1_900, 'pageScroll', { scrollY: 0, fromY: 500, depth: 0.25, maxDepth: 0.5, durationMs: 400 }],
    ],
    value: [{ url: '/a', at: 1, travelPx: 1_000, heights: 0.5, reversals: 1 }],
  },
  sees: SCROLL_SEES,
  ends: false,
  begin() {
    const reading = scrollReading();
    return { see: reading.see, value: () => reading.visits().map(travelOf) };
  },
};
