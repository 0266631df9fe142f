import type { eventWithTime } from '@rrweb/types';
import { CHANGED, IS } from './kinds.ts';
import type { Step } from './budget.ts';

/** Leaves out what the step says: most places of the pointer, most pictures of canvases. */
export function createThinning(step: () => Step): (event: eventWithTime) => eventWithTime | undefined {
  let pictures = 0;
  return (event) => {
    if (event.type !== IS.change) return event;
    const { data } = event;
    const { moves, pictures: every } = step();
    if (data.source === CHANGED.canvas) return (pictures += 1) % every === 0 ? event : undefined;
    const isMove = data.source === CHANGED.mouse || data.source === CHANGED.touch || data.source === CHANGED.drag;
    // The last place stays: it is where the pointer rests.
    if (isMove && moves > 1) data.positions = data.positions.filter((_, index, all) => (all.length - 1 - index) % moves === 0);
    return event;
  };
}
