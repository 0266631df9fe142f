import type { HeatPoints } from '@sightline/protocol';
import type { Spot } from './density.ts';

/** Where an element is on the page shown, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Places on the page shown, and what found none. */
export interface Placed {
  spots: Spot[];
  /** Amount that is drawn. */
  placed: number;
  /** Of it: drawn in the middle of its element, because the place within is not known. */
  middled: number;
  /** Amount whose element the page shown does not have. */
  lost: number;
}

/** Finds each element's place on the page shown and puts what happened in it there. */
export function placeElements({ elements }: Pick<HeatPoints, 'elements'>, boxOf: (path: string) => Box | undefined): Placed {
  const placed: Placed = { spots: [], placed: 0, middled: 0, lost: 0 };
  for (const { path, amount, loose, places } of elements) {
    const box = path === '' ? undefined : boxOf(path);
    if (!box) {
      placed.lost += amount;
      continue;
    }
    placed.placed += amount;
    placed.middled += loose;
    const put = (x: number, y: number, some: number) =>
      placed.spots.push({ x: box.x + (box.width * x) / 1_000, y: box.y + (box.height * y) / 1_000, amount: some });
    for (let index = 0; index + 2 < places.length; index += 3) put(places[index] ?? 0, places[index + 1] ?? 0, places[index + 2] ?? 0);
    if (loose > 0) put(500, 500, loose);
  }
  return placed;
}

/** Places on the page as they were, whatever stands there now. */
export function placePixels({ pixels, amount }: Pick<HeatPoints, 'pixels' | 'amount'>): Placed {
  const spots: Spot[] = [];
  let placed = 0;
  for (let index = 0; index + 2 < pixels.length; index += 3) {
    const some = pixels[index + 2] ?? 0;
    spots.push({ x: pixels[index] ?? 0, y: pixels[index + 1] ?? 0, amount: some });
    placed += some;
  }
  return { spots, placed, middled: 0, lost: amount - placed };
}
