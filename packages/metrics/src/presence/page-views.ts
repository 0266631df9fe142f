import type { PageViewId, TabId } from '@sightline/protocol';
import type { MeasuredEvent } from '../metric.ts';
import type { Interval } from './intervals.ts';
import type { Lanes } from './lanes.ts';

/** One page view, from its beginning to the moment the tab left it. */
export interface PageViewSpan extends Interval {
  tab: TabId;
  pageView: PageViewId | null;
  url: string;
}

export interface PageViewReading {
  see(event: MeasuredEvent): void;
  /** Page views in order of their beginning; one that nothing ended lasts until the tab's last sign of life. */
  spans(lanes: Lanes): PageViewSpan[];
}

/** Reads page views from events in time order. */
export function pageViewReading({ hideForGoodMs }: { hideForGoodMs: number }): PageViewReading {
  const spans: PageViewSpan[] = [];
  const open = new Map<TabId, { span: PageViewSpan; began: number }>();
  return {
    see({ tab, sequence, name, at, pageView, details }) {
      const current = open.get(tab);
      // Clocks are corrected document by document: the one before may tell of its end when this one has begun.
      const isOver = current !== undefined && sequence < current.began;
      // What a tab tells of a page view may come after its end, as the interval that the end cut.
      if (current && !isOver) current.span.to = Math.max(current.span.to, at);
      if (name === 'pageLeft' && !isOver) open.delete(tab);
      if (name !== 'pageView') return;
      const span = { tab, pageView: pageView ?? null, url: typeof details.url === 'string' ? details.url : '', from: at, to: at };
      if (!isOver) open.set(tab, { span, began: sequence });
      spans.push(span);
    },
    spans: ({ lanes }) =>
      spans.map((span) => {
        const hidden = lanes
          .find(({ tab }) => tab === span.tab)
          ?.spells.find(({ state, from, to }) => state === 'hidden' && from >= span.from && from < span.to && to - from > hideForGoodMs);
        return hidden ? { ...span, to: hidden.from } : span;
      }),
  };
}
