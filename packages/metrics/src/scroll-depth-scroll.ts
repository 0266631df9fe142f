import type { Metric } from './metric.ts';
import type { PageScrollDepth } from './scroll/page-scroll-depth.ts';
import { SCROLL_SEES, scrollReading, type Scrolling } from './scroll/scroll-reading.ts';

/**
 * How far each page was scrolled of what it can be.
 *
 * A viewport of 500 px at most 1,000 px down a page of 2,000 px → 0.667.
 */
export const scrollDepthScroll: Metric<PageScrollDepth[]> = {
  name: 'scroll_depth_scroll',
  version: 1,
  title: 'Scroll depth (scroll)',
  group: 'scroll',
  unit: 'share',
  definition:
    'For each page view that was scrolled: the largest scrollTop ÷ (scrollHeight − clientHeight), 0 to 1, rounded to thousandths, with heights as they were at that time: a page’s is (scrollTop + clientHeight) ÷ the depth told, rounded to whole px.',
  columns: {
    url: 'address',
    at: 'beginning of the page view, ms since 1970',
    depth: 'depth, 0 to 1; null where the viewport’s height is not known',
  },
  source: 'PostHog’s scroll depth; page views without scrolling tell nothing of their height and have no row.',
  parameters: {},
  presets: [],
  example: {
    events: [
      [0, 'started', { viewportResolution: { width: 800, height: 500 } }],
      [1, 'pageView', { url: '/a' }],
      [900, 'pageScroll', { scrollY: 1_000, fromY: 0, depth: 0.75, maxDepth: 0.75, durationMs: 400 }],
    ],
    value: [{ url: '/a', at: 1, depth: 0.667 }],
  },
  sees: SCROLL_SEES,
  ends: false,
  begin() {
    const reading = scrollReading();
    return { see: reading.see, value: () => reading.visits().map(({ url, at, kept }) => ({ url, at, depth: depthOf(kept) })) };
  },
};

function depthOf(scrollings: readonly Scrolling[]): number | null {
  let depth: number | null = null;
  for (const { from, to, viewport, height, maxDepth } of scrollings) {
    if (viewport === undefined || height === undefined) continue;
    // The deepest point on the way is told as a share of the content; both ends as pixels.
    const deepest = Math.max(from, to, maxDepth * height - viewport);
    const room = height - viewport;
    depth = Math.max(depth ?? 0, room <= 0 ? 1 : Math.min(1, deepest / room));
  }
  return depth === null ? null : Math.round(depth * 1_000) / 1_000;
}
