import { GAZE_SEES } from '../gaze/fixations.ts';
import type { MeasuredEvent, Sees } from '../metric.ts';
import { pageVisits, type PageVisit } from '../pages/page-visits.ts';
import { VISIBLE_SEES, visibleReading } from '../pages/visible-reading.ts';
import type { Interval } from '../presence/intervals.ts';
import { restsOf, type Rest } from '../scroll/rests.ts';
import { SCROLL_SEES, scrollReading, viewportHeight, viewportWidth } from '../scroll/scroll-reading.ts';

/** One view of a page: how far it went, where the viewport rested while it was visible, and what was done. */
export interface ViewedPage {
  url: string;
  at: number;
  /** Height of the viewport as the view began, or as it was first told. */
  viewport: number | undefined;
  /** The width of the viewport as the view began. */
  width: number | undefined;
  /** Of the page; undefined where no scrolling told it. */
  height: number | undefined;
  /** The largest share of the height above the viewport's lower edge; undefined where nothing was scrolled. */
  depth: number | undefined;
  /** Where the viewport rested, and the visible parts of that time. */
  rests: readonly (Rest & { seen: readonly Interval[] })[];
  /** Clicks, positions of the cursor and fixations of this view, in order of time. */
  events: readonly MeasuredEvent[];
  /** The visible parts of a stretch of it. */
  seen(span: Interval): readonly Interval[];
}

export const VIEWED_SEES: Sees = {
  ...SCROLL_SEES,
  ...VISIBLE_SEES,
  ...GAZE_SEES,
  viewportResize: ['viewportHeight', 'viewportWidth'],
  gaze_fixation: ['element', 'duration_ms', 'pageX', 'pageY'],
  click: ['path', 'name', 'tag', 'button', 'trusted', 'x', 'y', 'pageX', 'pageY', 'elementX', 'elementY'],
  cursorTracking: ['path', 'trackingType', 'pageX', 'pageY', 'elementX', 'elementY'],
};

const DONE = new Set(['click', 'cursorTracking', 'gaze_fixation']);

/** A session's views of one page, from its events in order of time. */
export function viewedPages(events: readonly MeasuredEvent[], isPage: (url: string) => boolean): ViewedPage[] {
  const scrolls = scrollReading();
  const visible = visibleReading();
  const visits = pageVisits<MeasuredEvent[]>(() => []);
  // An eye tracker's fixations come in a tab of their own and name the view they are of.
  const views = new Map<string, PageVisit<MeasuredEvent[]>>();
  const viewports = new Map<string, number>();
  const widths = new Map<string, number>();
  const width = new Map<PageVisit<MeasuredEvent[]>, number | undefined>();
  const first = new Map<PageVisit<MeasuredEvent[]>, number>();
  const lastAt = new Map<string, number>();
  for (const event of events) {
    scrolls.see(event);
    visible.see(event);
    lastAt.set(event.tab, event.at);
    const isSize = event.name === 'started' || event.name === 'viewportResize';
    const height = isSize ? viewportHeight(event) : undefined;
    if (height !== undefined) viewports.set(event.tab, height);
    const wide = isSize ? viewportWidth(event) : undefined;
    if (wide !== undefined) widths.set(event.tab, wide);
    if (!visits.see(event) && DONE.has(event.name)) (visits.of(event.tab) ?? views.get(event.pageView ?? ''))?.kept.push(event);
    const open = visits.of(event.tab);
    if (open && event.name === 'pageView' && event.pageView) views.set(event.pageView, open);
    const known = viewports.get(event.tab);
    if (open && known !== undefined && !first.has(open)) first.set(open, known);
    if (open && width.get(open) === undefined) width.set(open, widths.get(event.tab));
  }
  const scrolled = new Map(scrolls.visits().map((visit) => [`${visit.tab} ${visit.at}`, visit]));
  return visits
    .all()
    .filter(({ url }) => isPage(url))
    .map((visit) => {
      const { tab, url, at, kept } = visit;
      const moved = scrolled.get(`${tab} ${at}`);
      const viewport = first.get(visit) ?? moved?.kept[0]?.viewport;
      const leftAt = visit.leftAt ?? lastAt.get(tab) ?? at;
      const seen = (span: Interval) => visible.within(tab, span) ?? [span];
      const rests: Rest[] = moved
        ? restsOf({ ...moved, leftAt })
        : viewport === undefined
          ? []
          : [{ from: at, to: leftAt, top: 0, viewport }];
      return {
        url,
        at,
        viewport,
        width: width.get(visit),
        height: moved && largest(moved.kept.flatMap(({ height = [] }) => height)),
        depth: moved && largest(moved.kept.map(({ maxDepth }) => maxDepth)),
        rests: rests.filter(({ from, to }) => to > from).map((rest) => ({ ...rest, seen: seen(rest) })),
        events: kept,
        seen,
      };
    });
}

const largest = (numbers: readonly number[]): number | undefined => (numbers.length > 0 ? Math.max(...numbers) : undefined);
