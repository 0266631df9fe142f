import type { AreaShape } from '@sightline/protocol';
import { fixationOf, GAZE_DEFAULTS } from '../gaze/fixations.ts';
import { hovers } from '../heat/element-signals.ts';
import type { ViewedPage } from '../heat/viewed-pages.ts';
import { lengthOf } from '../presence/intervals.ts';
import { areaHits } from './area-hits.ts';
import { fixationHits } from './fixation-hits.ts';

/** One area in one session's views of its page. */
export interface AreaReading {
  clicks: number;
  /** From the beginning of the first view with a click in the area to that click; undefined without one. */
  firstClickMs: number | undefined;
  /** Undefined where no position of the cursor was recorded. */
  hoverMs: number | undefined;
  /** Undefined where it is not known where the viewport was, or how high the page is. */
  inViewMs: number | undefined;
  /** Undefined where the session has no fixations on the page of which it is known where they are. */
  gaze: AreaGaze | undefined;
  /** Fixations of which that is not known. */
  unplaced: number;
}

/** How an area was looked at. */
export interface AreaGaze {
  fixations: number;
  dwellMs: number;
  /** Time of all fixations on the page. */
  pageMs: number;
  firstMs: number | undefined;
}

/** Of the area, or of the viewport, that has to be inside the other. */
const IN_VIEW = 0.5;

/** Measures an area over a session's views of its page; of heights that the views do not tell, the median of others may be given. */
export function areaReading(
  views: readonly ViewedPage[],
  shape: Pick<AreaShape, 'parts' | 'top' | 'bottom' | 'page'>,
  usualHeight: number | null,
): AreaReading {
  const isIn = areaHits(shape.parts);
  const isLookedAt = fixationHits(shape);
  const reading: AreaReading = {
    clicks: 0,
    firstClickMs: undefined,
    hoverMs: undefined,
    inViewMs: undefined,
    gaze: undefined,
    unplaced: 0,
  };
  for (const view of views) {
    for (const event of view.events) {
      if (event.name === 'click' && isIn(event)) {
        reading.clicks += 1;
        reading.firstClickMs ??= event.at - view.at;
      }
      if (event.name !== 'gaze_fixation') continue;
      const isInside = isLookedAt(event, view);
      if (isInside === undefined) {
        reading.unplaced += 1;
        continue;
      }
      reading.gaze ??= { fixations: 0, dwellMs: 0, pageMs: 0, firstMs: undefined };
      const { at, ms } = fixationOf(event, GAZE_DEFAULTS);
      reading.gaze.pageMs += ms;
      if (!isInside) continue;
      reading.gaze.fixations += 1;
      reading.gaze.dwellMs += ms;
      reading.gaze.firstMs ??= at - view.at;
    }
    if (view.events.some(({ name }) => name === 'cursorTracking')) {
      const within = hovers(view).filter(({ event }) => isIn(event));
      reading.hoverMs = (reading.hoverMs ?? 0) + within.reduce((sum, { ms }) => sum + ms, 0);
    }
    const height = view.height ?? usualHeight ?? undefined;
    if (height !== undefined && view.rests.length > 0) reading.inViewMs = (reading.inViewMs ?? 0) + inViewMs(view, height, shape);
  }
  return reading;
}

function inViewMs({ rests }: ViewedPage, height: number, { top, bottom }: Pick<AreaShape, 'top' | 'bottom'>): number {
  const [from, to] = [top * height, bottom * height];
  const isInView = (begin: number, viewport: number) => {
    const inside = Math.min(begin + viewport, to) - Math.max(begin, from);
    return inside > 0 && (inside >= IN_VIEW * (to - from) || inside >= IN_VIEW * viewport);
  };
  return rests.reduce((sum, { top: begin, viewport, seen }) => sum + (isInView(begin, viewport) ? lengthOf(seen) : 0), 0);
}
