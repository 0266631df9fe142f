import { Type, type Static } from 'typebox';

/** A named element was in the viewport for a while; the event's own time is the end of it. Whether anybody looked, `presence` tells. */
export const elementInViewDetails = Type.Object({
  name: Type.String({ description: 'The name the page gave the element for the log.' }),
  lengthMs: Type.Number({ minimum: 0 }),
});
export type ElementInViewDetails = Static<typeof elementInViewDetails>;
