import { lengthOf } from '../presence/intervals.ts';
import type { ViewedPage } from './viewed-pages.ts';

/** How far down views of a page went, and for how long each part of it was seen; bands are equal shares of its height. */
export interface BandMap extends Bands {
  views: number;
  /** Medians, CSS pixels; null where nothing tells. */
  heightPx: number | null;
  viewportPx: number | null;
}

export interface Bands {
  /** Views of which it is known how far they went. */
  viewsKnown: number;
  /** For each band: views whose viewport came to its middle. */
  reached: number[];
  /** For each band: milliseconds in which it was in a visible viewport at rest, all views together; a band partly inside counts by its share. */
  seenMs: number[];
}

/** What is laid on bands of one view, or of several that are alike. */
export interface BandView {
  /** So many views. */
  times: number;
  viewport: number | undefined;
  height: number | undefined;
  /** Bands that its scrolling reached. */
  reached: number | undefined;
  /** For how long the viewport was seen at rest somewhere. */
  rests: readonly { top: number; viewport: number; ms: number }[];
}

/**
 * Lays views of a page over each other. Heights differ between views: a band is a share of the view's own height; a view that was not
 * scrolled does not tell it, and the median of the others stands in.
 */
export function bandMap(views: readonly ViewedPage[], bands: number): BandMap {
  const heightPx = median(views.flatMap(({ height = [] }) => height));
  const viewportPx = median(views.flatMap(({ viewport = [] }) => viewport));
  const laid = views.map(({ viewport, height, depth, rests }): BandView => ({
    times: 1,
    viewport,
    height,
    reached: depth === undefined ? undefined : bandsReached(depth, bands),
    rests: rests.map((rest) => ({ top: rest.top, viewport: rest.viewport, ms: lengthOf(rest.seen) })),
  }));
  return { views: views.length, heightPx, viewportPx, ...layBands(laid, { bands, heightPx }) };
}

/** The same where the median of all heights is known. */
export function layBands(views: readonly BandView[], { bands, heightPx }: { bands: number; heightPx: number | null }): Bands {
  const reached = Array.from({ length: bands }, () => 0);
  const seenMs = Array.from({ length: bands }, () => 0);
  let viewsKnown = 0;
  for (const view of views) {
    const { times, viewport } = view;
    const height = view.height ?? (heightPx === null || viewport === undefined ? undefined : Math.max(heightPx, viewport));
    const until = view.reached ?? (height === undefined || viewport === undefined ? undefined : bandsReached(viewport / height, bands));
    if (until !== undefined) {
      viewsKnown += times;
      for (let band = 0; band < until; band += 1) reached[band] = (reached[band] ?? 0) + times;
    }
    if (height === undefined) continue;
    const bandPx = height / bands;
    for (const { top, viewport: shown, ms } of view.rests) {
      const bottom = Math.min(top + shown, height);
      for (let band = Math.max(0, Math.floor(top / bandPx)); band < bands && band * bandPx < bottom; band += 1) {
        const inside = Math.min((band + 1) * bandPx, bottom) - Math.max(band * bandPx, top);
        seenMs[band] = (seenMs[band] ?? 0) + (ms * Math.max(0, inside)) / bandPx;
      }
    }
  }
  return { viewsKnown, reached, seenMs };
}

/** How many bands have their middle above a share of the height. */
export function bandsReached(depth: number, bands: number): number {
  let reached = 0;
  while (reached < bands && (reached + 0.5) / bands <= depth) reached += 1;
  return reached;
}

/** The middle of numbers, or between the two in the middle; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
