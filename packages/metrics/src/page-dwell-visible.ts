import { intersection, lengthOf } from './presence/intervals.ts';
import { covered } from './presence/lanes.ts';
import { pageDwell } from './presence/page-dwell.ts';

/**
 * Visible time of each page view.
 *
 * Shown at 0 s, hidden at 5 s, left at 60 s → 5,000 ms.
 */
export const pageDwellVisible = pageDwell(
  {
    name: 'page_dwell_visible',
    title: 'Page dwell (visible)',
    definition:
      'Time in which the tab was visible, from the beginning of a page view to its end; the end is leaving it (else the tab’s last sign of life), or where the tab was hidden for more than 30 minutes.',
    source: 'Page Visibility.',
    example: {
      events: [
        [0, 'pageView', { url: '/a' }],
        [5_000, 'presence', { state: 'visible', lengthMs: 5_000 }],
        [60_000, 'presence', { state: 'hidden', lengthMs: 55_000 }],
        [60_000, 'pageLeft', { cause: 'hide' }],
      ],
      value: [{ pageView: null, url: '/a', at: 0, dwellMs: 5_000 }],
    },
  },
  (span, { lanes, levels }) => {
    if (!levels.includes('visible')) return null;
    const spells = lanes.find(({ tab }) => tab === span.tab)?.spells ?? [];
    return Math.round(lengthOf(intersection(covered(spells, 'visible'), [span])));
  },
);
