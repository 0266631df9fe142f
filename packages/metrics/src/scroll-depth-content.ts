import type { Metric } from './metric.ts';
import type { PageScrollDepth } from './scroll/page-scroll-depth.ts';
import { SCROLL_SEES, scrollReading } from './scroll/scroll-reading.ts';

/**
 * How much of each page was ever above the viewport's lower edge.
 *
 * A viewport of 500 px at most 1,000 px down a page of 2,000 px → 0.75.
 */
export const scrollDepthContent: Metric<PageScrollDepth[]> = {
  name: 'scroll_depth_content',
  version: 1,
  title: 'Scroll depth (content)',
  group: 'scroll',
  unit: 'share',
  definition: 'For each page view that was scrolled: the largest (scrollTop + clientHeight) ÷ scrollHeight, 0 to 1.',
  columns: { url: 'address', at: 'beginning of the page view, ms since 1970', depth: 'depth, 0 to 1' },
  source: 'PostHog’s “content” depth; page views without scrolling tell nothing of their height and have no row.',
  parameters: {},
  presets: [],
  example: {
    events: [
      [0, 'pageView', { url: '/a' }],
      [900, 'pageScroll', { scrollY: 1_000, fromY: 0, depth: 0.75, maxDepth: 0.75, durationMs: 400 }],
      [1_900, 'pageScroll', { scrollY: 0, fromY: 1_000, depth: 0.25, maxDepth: 0.75, durationMs: 400 }],
    ],
    value: [{ url: '/a', at: 0, depth: 0.75 }],
  },
  sees: SCROLL_SEES,
  ends: false,
  begin() {
    const reading = scrollReading();
    return {
      see: reading.see,
      value: () => reading.visits().map(({ url, at, kept }) => ({ url, at, depth: Math.max(...kept.map(({ maxDepth }) => maxDepth)) })),
    };
  },
};
