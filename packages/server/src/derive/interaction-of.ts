import { RRWEB_EVENT, RRWEB_SOURCE, type RrwebEvent } from '@sightline/metrics';
import type { DerivableEvent } from '@sightline/protocol';

/** What somebody did on an element of the recorded page, by its number there. */
export interface Interaction {
  /** `over`: the pointer was there. */
  name: DerivableEvent | 'over';
  id: number;
  place: { x?: number; y?: number };
}

/** rrweb's numbers for what a pointer or the focus did. */
const INTERACTIONS: Readonly<Record<number, DerivableEvent>> = {
  0: 'mouseup',
  1: 'mousedown',
  2: 'click',
  3: 'contextmenu',
  4: 'dblclick',
  5: 'focus',
  6: 'blur',
  7: 'touchstart',
  9: 'touchend',
};

/** What a recorded event tells that somebody did; undefined where it tells of the page alone. Positions have to stand by themselves, see `recordedOrder`. */
export function interactionOf({ type, data }: RrwebEvent): Interaction | undefined {
  if (type !== RRWEB_EVENT.increment || typeof data !== 'object' || data === null) return undefined;
  const { source, type: kind, positions: [position] = [], ...own } = data as Told;
  const { id, x, y } = position ?? own;
  if (typeof id !== 'number') return undefined;
  const place = { ...(typeof x === 'number' && { x }), ...(typeof y === 'number' && { y }) };
  if (source === RRWEB_SOURCE.mouseInteraction) {
    const name = INTERACTIONS[kind ?? -1];
    return name && { name, id, place };
  }
  if (source === RRWEB_SOURCE.input) return { name: 'input', id, place: {} };
  if (source === RRWEB_SOURCE.scroll) return { name: 'scroll', id, place };
  return source === RRWEB_SOURCE.mouseMove || source === RRWEB_SOURCE.drag ? { name: 'over', id, place } : undefined;
}

interface Told {
  source?: number;
  id?: number;
  type?: number;
  x?: number;
  y?: number;
  positions?: { id?: number; x?: number; y?: number }[];
}
