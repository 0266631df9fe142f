import type { Metric } from './metric.ts';
import { SCROLL_SEES, scrollReading } from './scroll/scroll-reading.ts';
import { travelOf, type ScrollTravel } from './scroll/travel.ts';

/** How much a page is scrolled in all of its sessions. */
export type PageNorm = { sessions: number; mean: number; deviation: number };

type Rule = { heights: number; reversals: number; z: number; leastSessions: number; norms: Record<string, PageNorm> };

/**
 * Page views that were scrolled up and down more than the page calls for.
 *
 * Travel of 5.1 page heights with 4 reversals → 1; of 5 heights → 0.
 */
export const excessiveScroll: Metric<number, Rule> = {
  name: 'excessive_scroll',
  version: 1,
  title: 'Excessive scrolling',
  group: 'frustration',
  unit: 'count',
  definition:
    'Number of page views with at least 4 reversals of at least one viewport whose vertical travel, in page heights, lies more than 2 standard deviations above the mean of the page’s sessions; where these are not given or fewer than 30, more than 5 page heights.',
  source: 'Sightline; Microsoft Clarity names the signal without numbers. `norms` holds mean, deviation and number of sessions by address.',
  parameters: { heights: 5, reversals: 4, z: 2, leastSessions: 30, norms: {} },
  presets: [],
  example: {
    events: [
      [0, 'started', { viewportResolution: { width: 800, height: 500 } }],
      [1, 'pageView', { url: '/a' }],
      ...[0, 1, 2, 3, 4, 5].map(
        (turn) =>
          [
            1_000 * (turn + 1),
            'pageScroll',
            turn % 2 === 0
              ? { scrollY: 500, fromY: 0, depth: 1, maxDepth: 1, durationMs: 300 }
              : { scrollY: 0, fromY: 500, depth: 0.5, maxDepth: 1, durationMs: 300 },
          ] as const,
      ),
    ],
    value: 0,
  },
  sees: SCROLL_SEES,
  ends: false,
  begin(rule) {
    const reading = scrollReading();
    return {
      see: reading.see,
      value: () => reading.visits().filter((visit) => isExcessive(travelOf(visit), rule)).length,
    };
  },
};

function isExcessive({ url, heights, reversals }: ScrollTravel, rule: Rule): boolean {
  if (heights === null || reversals < rule.reversals) return false;
  const norm = Object.hasOwn(rule.norms, url) ? rule.norms[url] : undefined;
  if (!norm || norm.sessions < rule.leastSessions) return heights > rule.heights;
  return heights - norm.mean > rule.z * norm.deviation;
}
