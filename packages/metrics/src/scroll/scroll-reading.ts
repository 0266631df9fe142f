import type { JsonObject, TabId } from '@sightline/protocol';
import type { MeasuredEvent, Sees } from '../metric.ts';
import { givenNumber } from '../given.ts';
import { pageVisits, type PageVisit } from '../pages/page-visits.ts';

/** One scrolling of the page, from where it began to where it came to rest. CSS pixels; times in ms since 1970. */
export interface Scrolling {
  startAt: number;
  at: number;
  from: number;
  to: number;
  /** Share of the page above the viewport's lower edge at rest, and the largest on the way. */
  depth: number;
  maxDepth: number;
  viewport: number | undefined;
  /** The page's height at that time; undefined where the viewport's is not known. */
  height: number | undefined;
}

export const SCROLL_SEES: Sees = {
  started: ['viewportResolution'],
  viewportResize: ['viewportHeight'],
  pageView: ['url'],
  pageLeft: [],
  pageScroll: ['scrollY', 'fromY', 'depth', 'maxDepth', 'durationMs'],
};

export interface ScrollReading {
  see(event: MeasuredEvent): void;
  /** Page views on which something was scrolled. */
  visits(): readonly PageVisit<Scrolling[]>[];
}

/** Reads what was scrolled on each page view. */
export function scrollReading(): ScrollReading {
  const visits = pageVisits<Scrolling[]>(() => []);
  const viewports = new Map<TabId, number>();
  return {
    see(event) {
      const { tab, name, details } = event;
      if (visits.see(event)) return;
      if (name === 'started' || name === 'viewportResize') {
        const height = viewportHeight(event);
        if (height !== undefined) viewports.set(tab, height);
      } else if (name === 'pageScroll') {
        const to = givenNumber(details, 'scrollY');
        if (to !== undefined) visits.of(tab)?.kept.push(scrolling(event, to, viewports.get(tab)));
      }
    },
    visits: () => visits.all().filter(({ kept }) => kept.length > 0),
  };
}

/** The height of the viewport that `started` or `viewportResize` tells. */
export const viewportHeight = ({ details }: MeasuredEvent): number | undefined => lengthTold(details, 'height', 'viewportHeight');

/** Its width. */
export const viewportWidth = ({ details }: MeasuredEvent): number | undefined => lengthTold(details, 'width', 'viewportWidth');

function lengthTold(details: JsonObject, first: string, later: string): number | undefined {
  const { viewportResolution: size } = details;
  const length = typeof size === 'object' && size !== null && !Array.isArray(size) ? (size as JsonObject)[first] : details[later];
  return typeof length === 'number' && length > 0 ? length : undefined;
}

/** The page's height is not told, but its depth is: (scrollY + viewport) / height. */
function scrolling({ at, details }: MeasuredEvent, to: number, viewport: number | undefined): Scrolling {
  const depth = givenNumber(details, 'depth') ?? 0;
  return {
    startAt: at - (givenNumber(details, 'durationMs') ?? 0),
    at,
    from: givenNumber(details, 'fromY') ?? to,
    to,
    depth,
    maxDepth: Math.max(depth, givenNumber(details, 'maxDepth') ?? 0),
    viewport,
    height: viewport !== undefined && depth > 0 ? Math.round((to + viewport) / depth) : undefined,
  };
}
