import type { eventWithTime } from '@rrweb/types';
import { CHANGE, CHANGED_CANVAS, CHANGED_DRAG, CHANGED_MOUSE, CHANGED_TOUCH } from './kinds.ts';
import type { Step } from './budget.ts';

/** Leaves out what the step says: most places of the pointer, most pictures of canvases. */
export function createThinning(step: () => Step): (event: eventWithTime) => eventWithTime | undefined {
  let pictures = 0;
  return (event) => {
    if (event.type !== CHANGE) return event;
    const { data } = event;
    const { moves, pictures: every } = step();
    if (data.source === CHANGED_CANVAS) return (pictures += 1) % every === 0 ? event : undefined;
    const isMove = data.source === CHANGED_MOUSE || data.source === CHANGED_TOUCH || data.source === CHANGED_DRAG;
    // The last place stays: it is where the pointer rests.
    if (isMove && moves > 1) data.positions = data.positions.filter((_, index, all) => (all.length - 1 - index) % moves === 0);
    return event;
  };
}
