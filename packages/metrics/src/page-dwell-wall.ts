import { pageDwell } from './presence/page-dwell.ts';

/**
 * Wall time of each page view, hidden or not.
 *
 * Shown at 0 s, hidden at 5 s, left at 60 s → 60,000 ms.
 */
export const pageDwellWall = pageDwell(
  {
    name: 'page_dwell_wall',
    title: 'Page dwell (wall)',
    definition: 'Time from the beginning of a page view to its end, hidden time included; the end is leaving it, or being hidden for good.',
    source: 'PostHog’s time on page, apart from the end.',
  },
  ({ from, to }) => to - from,
);
