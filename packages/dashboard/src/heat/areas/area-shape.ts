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

/** Where an area is on the page shown: around its parts, as far as the page has them; undefined where it has none. */
export function areaBox({ parts }: Pick<AreaShape, 'parts'>, boxOf: Surface['boxOf']): Box | undefined {
  const boxes = parts.flatMap(({ path, left, top, right, bottom }) => {
    const box = boxOf(path);
    return box
      ? [
          {
            left: box.x + box.width * left,
            top: box.y + box.height * top,
            right: box.x + box.width * right,
            bottom: box.y + box.height * bottom,
          },
        ]
      : [];
  });
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map(({ left }) => left));
  const y = Math.min(...boxes.map(({ top }) => top));
  return { x, y, width: Math.max(...boxes.map(({ right }) => right)) - x, height: Math.max(...boxes.map(({ bottom }) => bottom)) - y };
}
