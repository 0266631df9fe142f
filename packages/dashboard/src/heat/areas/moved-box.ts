import type { Box } from '../place-points.ts';

/** How far a key goes; with Alt a pixel. */
const STEP_PX = 10;
/** Smaller is a click that slipped. */
export const LEAST_PX = 8;

const WAYS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A rectangle after an arrow key: moved, or with Shift larger or smaller at its lower right corner; always on the page. Undefined for other keys. */
export function movedBox(
  box: Box,
  { key, shiftKey, altKey }: { key: string; shiftKey: boolean; altKey: boolean },
  page: { width: number; height: number },
): Box | undefined {
  const way = WAYS[key];
  if (!way) return undefined;
  const [right, down] = way.map((part) => part * (altKey ? 1 : STEP_PX)) as [number, number];
  if (shiftKey)
    return {
      ...box,
      width: between(LEAST_PX, box.width + right, page.width - box.x),
      height: between(LEAST_PX, box.height + down, page.height - box.y),
    };
  return {
    ...box,
    x: between(0, box.x + right, page.width - box.width),
    y: between(0, box.y + down, page.height - box.height),
  };
}

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));
