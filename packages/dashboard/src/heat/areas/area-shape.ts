import type { AreaPart, AreaShape } from '@sightline/protocol';
import type { Box } from '../place-points.ts';
import type { Surface } from '../surface.ts';
import { domPaths } from './dom-paths.ts';

/** As many as the server takes. */
const MOST_PARTS = 2_000;

/** The area that a selector means on the page shown: its elements, whole, and what inside them has a path of its own. */
export function selectedShape(surface: Surface, selector: string, drawnOn: string): AreaShape | undefined {
  const inside = surface.document;
  if (!inside) return undefined;
  const elements = [...inside.querySelectorAll(selector)];
  const boxes = elements.map((element) => element.getBoundingClientRect()).filter(({ width, height }) => width > 0 && height > 0);
  const pathOf = domPaths(inside);
  const paths = new Set<string>();
  for (const element of elements) {
    const path = pathOf(element);
    if (path === undefined) continue;
    paths.add(path);
    for (const inner of element.querySelectorAll('*')) {
      const own = pathOf(inner);
      if (own !== undefined && !own.startsWith(`${path} >`)) paths.add(own);
    }
  }
  if (boxes.length === 0 || paths.size === 0) return undefined;
  const parts = [...paths].slice(0, MOST_PARTS).map((path): AreaPart => ({ path, left: 0, top: 0, right: 1, bottom: 1 }));
  return { selector, drawnOn, parts, ...extent(boxes, surface), page: onPage(boxes.slice(0, MOST_PARTS), surface) };
}

/** The area of a rectangle on the page shown: of every element, the share of it that the rectangle covers. */
export function drawnShape(surface: Surface, box: Box, drawnOn: string): AreaShape | undefined {
  const inside = surface.document;
  if (!inside) return undefined;
  const pathOf = domPaths(inside);
  const parts: AreaPart[] = [];
  for (const element of inside.querySelectorAll('*')) {
    const part = partIn(box, element.getBoundingClientRect());
    const path = part && pathOf(element);
    if (part && path !== undefined && parts.length < MOST_PARTS) parts.push({ path, ...part });
  }
  return parts.length === 0 ? undefined : { selector: null, drawnOn, parts, ...extent([box], surface), page: onPage([box], surface) };
}

/** The part of an element that a rectangle covers, in shares of the element; nothing where they do not meet. */
function partIn(box: Box, element: Box): Omit<AreaPart, 'path'> | undefined {
  if (element.width <= 0 || element.height <= 0) return undefined;
  const left = share(box.x - element.x, element.width);
  const right = share(box.x + box.width - element.x, element.width);
  const top = share(box.y - element.y, element.height);
  const bottom = share(box.y + box.height - element.y, element.height);
  return left < right && top < bottom ? { left, top, right, bottom } : undefined;
}

const share = (part: number, whole: number): number => Math.min(1, Math.max(0, Math.round((1e4 * part) / whole) / 1e4));

/** Where that is in pixels, for what tells no element. */
const onPage = (boxes: readonly Box[], { width }: Surface): AreaShape['page'] => ({
  width: Math.round(width),
  boxes: boxes.map(({ x, y, width: wide, height }) => ({ left: x, top: y, right: x + wide, bottom: y + height })),
});

function extent(boxes: readonly Box[], { height }: Surface): { top: number; bottom: number } {
  const top = share(Math.min(...boxes.map(({ y }) => y)), height);
  const bottom = share(Math.max(...boxes.map((box) => box.y + box.height)), height);
  return { top: Math.min(top, bottom - 1e-4), bottom };
}
