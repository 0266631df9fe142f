import type { Metric } from './metric.ts';
import { pageVisits } from './pages/page-visits.ts';
import { VISIBLE_SEES, visibleReading } from './pages/visible-reading.ts';

/**
 * Pages that were left at once, back to the page before.
 *
 * /list, /item for 6,999 ms, /list → 1; for 7,000 ms → 0.
 */
export const quickBacks: Metric<number, { withinMs: number; redirectMs: number }> = {
  name: 'quick_back',
  version: 1,
  title: 'Quick backs',
  group: 'frustration',
  unit: 'count',
  definition:
    'Number of page views that were visible for less than 7 s before the tab returned to the address of the page view before; page views shorter than 300 ms without any input (click, scrolling, movement of the pointer) are redirects and do not count.',
  source:
    'Sightline; Microsoft Clarity counts returns below a dwell time it does not publish. Wall time stands in where visibility was not told.',
  parameters: { withinMs: 7_000, redirectMs: 300 },
  presets: [],
  example: {
    events: [
      [0, 'pageView', { url: '/list' }],
      [10_000, 'pageView', { url: '/item' }],
      [16_999, 'pageView', { url: '/list' }],
    ],
    value: 1,
  },
  sees: { ...VISIBLE_SEES, pageView: ['url'], pageLeft: [], click: [], pageScroll: [], cursorTracking: [] },
  ends: false,
  begin({ withinMs, redirectMs }) {
    const visible = visibleReading();
    const visits = pageVisits(() => ({ hasInput: false }));
    return {
      see(event) {
        visible.see(event);
        if (visits.see(event)) return;
        const visit = visits.of(event.tab);
        if (visit && event.name in INPUT) visit.kept.hasInput = true;
      },
      value() {
        let count = 0;
        for (const one of byTab(visits.all())) {
          one.forEach((page, index) => {
            const [before, after] = [one[index - 1], one[index + 1]];
            if (!before || !after || before.url !== after.url || page.url === before.url) return;
            if (after.at - page.at < redirectMs && !page.kept.hasInput) return;
            if (visible.msWithin(page.tab, { from: page.at, to: page.leftAt ?? after.at }) < withinMs) count += 1;
          });
        }
        return count;
      },
    };
  },
};

const INPUT = { click: true, pageScroll: true, cursorTracking: true };

function byTab<Visit extends { tab: string }>(visits: readonly Visit[]): Iterable<Visit[]> {
  const tabs = new Map<string, Visit[]>();
  for (const visit of visits) {
    const known = tabs.get(visit.tab);
    if (known) known.push(visit);
    else tabs.set(visit.tab, [visit]);
  }
  return tabs.values();
}
