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
    definition:
      'Time from the beginning of a page view to its end, hidden time included; the end is leaving it (else the tab’s last sign of life), or where the tab was hidden for more than 30 minutes.',
    source: 'PostHog’s time on page, apart from the end.',
    example: {
      events: [
        [0, 'pageView', { url: '/a' }],
        [5_000, 'presence', { state: 'visible', lengthMs: 5_000 }],
        [60_000, 'presence', { state: 'hidden', lengthMs: 55_000 }],
        [60_000, 'pageLeft', { cause: 'hide' }],
      ],
      value: [{ pageView: null, url: '/a', at: 0, dwellMs: 60_000 }],
    },
  },
  ({ from, to }) => to - from,
);
