import type { eventWithTime } from '@rrweb/types';
import { CHANGE, CHANGED_DRAG, CHANGED_MOUSE, CHANGED_TOUCH } from './kinds.ts';
import type { Step } from './budget.ts';

/** Leaves out most places of the pointer, as the step says. */
export const thinned = (event: eventWithTime, { moves }: Pick<Step, 'moves'>): eventWithTime => {
  if (event.type !== CHANGE || moves === 1) return event;
  const { data } = event;
  const isMove = data.source === CHANGED_MOUSE || data.source === CHANGED_TOUCH || data.source === CHANGED_DRAG;
  // The last place stays: it is where the pointer rests.
  if (isMove) data.positions = data.positions.filter((_, index, all) => (all.length - 1 - index) % moves === 0);
  return event;
};
