import type { CursorTrackingDetails } from '@sightline/protocol';
import { pathOf } from '../page/path-of.ts';

/** The element an event was on and where in it; nothing where it was on none. Its `composedPath` may be gone by now. */
export function placeInElement({ target, clientX, clientY }: MouseEvent): Partial<CursorTrackingDetails> {
  if (!(target instanceof Element)) return {};
  const { x, y, width, height } = target.getBoundingClientRect();
  return {
    path: pathOf(target),
    elementX: Math.floor(clientX - x),
    elementY: Math.floor(clientY - y),
    elementWidth: Math.floor(width),
    elementHeight: Math.floor(height),
  };
}
