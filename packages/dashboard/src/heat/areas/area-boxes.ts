import type { AreaShape } from '@sightline/protocol';
import type { Box } from '../place-points.ts';
import type { Surface } from '../surface.ts';

/** Where an area is on the page shown: a drawn one around its parts, one of a selector at each of its elements; nowhere where the page has none. */
export function areaBoxes({ selector, parts }: Pick<AreaShape, 'selector' | 'parts'>, boxOf: Surface['boxOf']): Box[] {
  const boxes = parts.flatMap(({ path, left, top, right, bottom }) => {
    const box = boxOf(path);
    if (!box || box.width <= 0 || box.height <= 0) return [];
    return [
      {
        x: box.x + box.width * left,
        y: box.y + box.height * top,
        width: box.width * (right - left),
        height: box.height * (bottom - top),
      },
    ];
  });
  if (boxes.length === 0) return [];
  return selector === null ? [around(boxes)] : outermost(boxes);
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** An area names what is inside its elements too, which is not outlined once more. */
function outermost(boxes: readonly Box[]): Box[] {
  const kept: Box[] = [];
  for (const box of boxes.toSorted((one, other) => other.width * other.height - one.width * one.height))
    if (!kept.some((outer) => isInside(box, outer))) kept.push(box);
  return kept.toSorted((one, other) => one.y - other.y || one.x - other.x);
}

/** Browsers tell fractions of pixels. */
const LEEWAY_PX = 0.5;

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - LEEWAY_PX &&
  inner.y >= outer.y - LEEWAY_PX &&
  inner.x + inner.width <= outer.x + outer.width + LEEWAY_PX &&
  inner.y + inner.height <= outer.y + outer.height + LEEWAY_PX;
