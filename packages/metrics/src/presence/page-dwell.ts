import type { PageViewId } from '@sightline/protocol';
import type { Metric } from '../metric.ts';
import { IDLE_MS, PRESENCE_EXTRAS, PRESENCE_SEES, presenceReading } from './presence-reading.ts';
import { pageViewReading, type PageViewSpan } from './page-views.ts';
import type { Lanes } from './lanes.ts';

/** Longer than that, and a page was hidden for good. */
const HIDE_FOR_GOOD_MS = 30 * 60_000;

/** One page view's dwell. */
export interface PageDwell {
  pageView: PageViewId | null;
  url: string;
  /** When the page view began, ms since 1970. */
  at: number;
  /** Null where the session's dialect cannot tell. */
  dwellMs: number | null;
}

type Words = Pick<Metric, 'name' | 'title' | 'definition' | 'source'> & Pick<Metric<PageDwell[]>, 'example'>;

/** A metric that gives each page view a length, in order of beginning. */
export const pageDwell = (
  words: Words,
  dwell: (span: PageViewSpan, lanes: Lanes) => number | null,
): Metric<PageDwell[], { hideForGoodMs: number; idleMs: number }> => ({
  ...words,
  version: 1,
  group: 'time',
  unit: 'ms',
  columns: { pageView: 'id', url: 'address', at: 'beginning, ms since 1970', dwellMs: 'dwell, ms; null where nothing tells' },
  parameters: { hideForGoodMs: HIDE_FOR_GOOD_MS, idleMs: IDLE_MS },
  presets: [],
  sees: { ...PRESENCE_SEES, pageView: ['url'] },
  extras: PRESENCE_EXTRAS,
  ends: false,
  begin(parameters, common) {
    const reading = presenceReading(parameters, common);
    const views = pageViewReading(parameters);
    return {
      see(event) {
        reading.see(event);
        views.see(event);
      },
      value() {
        const lanes = reading.lanes();
        return views.spans(lanes).map((span) => ({ pageView: span.pageView, url: span.url, at: span.from, dwellMs: dwell(span, lanes) }));
      },
    };
  },
});
