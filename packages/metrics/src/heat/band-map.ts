import { lengthOf } from '../presence/intervals.ts';
import type { ViewedPage } from './viewed-pages.ts';

/** How far down views of a page went, and for how long each part of it was seen; bands are equal shares of its height. */
export interface BandMap {
  views: number;
  /** Views of which it is known how far they went. */
  viewsKnown: number;
  /** Medians, CSS pixels; null where nothing tells. */
  heightPx: number | null;
  viewportPx: number | null;
  /** For each band: views whose viewport came to its middle. */
  reached: number[];
  /** For each band: milliseconds in which it was in a visible viewport at rest, all views together; a band partly inside counts by its share. */
  seenMs: number[];
}

/**
 * Lays views of a page over each other. Heights differ between views: a band is a share of the view's own height; a view that was not
 * scrolled does not tell it, and the median of the others stands in.
 */
export function bandMap(views: readonly ViewedPage[], bands: number): BandMap {
  const heightPx = median(views.flatMap(({ height = [] }) => height));
  const viewportPx = median(views.flatMap(({ viewport = [] }) => viewport));
  const reached = Array.from({ length: bands }, () => 0);
  const seenMs = Array.from({ length: bands }, () => 0);
  let viewsKnown = 0;
  for (const view of views) {
    const height = view.height ?? (heightPx === null || view.viewport === undefined ? undefined : Math.max(heightPx, view.viewport));
    const depth = view.depth ?? (height === undefined || view.viewport === undefined ? undefined : view.viewport / height);
    if (depth !== undefined) {
      viewsKnown += 1;
      for (let band = 0; band < bands && (band + 0.5) / bands <= depth; band += 1) reached[band] = (reached[band] ?? 0) + 1;
    }
    if (height === undefined) continue;
    const bandPx = height / bands;
    for (const { top, viewport, seen } of view.rests) {
      const ms = lengthOf(seen);
      const bottom = Math.min(top + viewport, height);
      for (let band = Math.max(0, Math.floor(top / bandPx)); band < bands && band * bandPx < bottom; band += 1) {
        const inside = Math.min((band + 1) * bandPx, bottom) - Math.max(band * bandPx, top);
        seenMs[band] = (seenMs[band] ?? 0) + (ms * Math.max(0, inside)) / bandPx;
      }
    }
  }
  return { views: views.length, viewsKnown, heightPx, viewportPx, reached, seenMs };
}

/** The middle of numbers, or between the two in the middle; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
