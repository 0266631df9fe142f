import type { PageVisit } from '../pages/page-visits.ts';
import type { Scrolling } from './scroll-reading.ts';

/** How much one page view was scrolled up and down. */
export interface ScrollTravel {
  url: string;
  at: number;
  travelPx: number;
  /** Travel in page heights; null where the height is not known. */
  heights: number | null;
  /** Changes of direction between ways of at least one viewport. */
  reversals: number;
}

/** Sums up the ways of one page view's scrolling; successive ones in the same direction are one way. */
export function travelOf({ url, at, kept }: PageVisit<Scrolling[]>): ScrollTravel {
  const ways: { px: number; viewport: number }[] = [];
  let travelPx = 0;
  let height = 0;
  for (const { from, to, viewport = Infinity, height: pageHeight = 0 } of kept) {
    const px = to - from;
    if (px === 0) continue;
    travelPx += Math.abs(px);
    height = Math.max(height, pageHeight);
    const last = ways.at(-1);
    if (last && last.px > 0 === px > 0) last.px += px;
    else ways.push({ px, viewport });
  }
  const long = ways.filter(({ px, viewport }) => Math.abs(px) >= viewport);
  return {
    url,
    at,
    travelPx,
    heights: height > 0 ? travelPx / height : null,
    reversals: long.filter(({ px }, index) => index > 0 && px > 0 !== (long[index - 1]?.px ?? 0) > 0).length,
  };
}
