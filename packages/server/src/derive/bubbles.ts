import type { DerivableEvent } from '@sightline/protocol';

/** Events that only the element itself hears at which they happen. */
const AT_TARGET: ReadonlySet<DerivableEvent> = new Set<DerivableEvent>(['focus', 'blur', 'scroll', 'scrollable']);

/** Whether elements around hear an event, too. */
export const bubbles = (event: DerivableEvent): boolean => !AT_TARGET.has(event);
