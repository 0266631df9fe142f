import { Type, type Static } from 'typebox';

/** Where the cursor is; as LogUI has it, with `points` added. */
export const cursorTrackingDetails = Type.Object({
  clientX: Type.Number(),
  clientY: Type.Number(),
  screenX: Type.Number(),
  screenY: Type.Number(),
  pageX: Type.Number(),
  pageY: Type.Number(),
  pageHadFocus: Type.Union([Type.Boolean(), Type.Null()]),
  type: Type.Literal('cursorTracking'),
  trackingType: Type.Union([Type.Literal('positionUpdate'), Type.Literal('cursorLeftViewport'), Type.Literal('cursorEnteredViewport')]),
  path: Type.Optional(Type.String({ description: 'A stable CSS path of the element the cursor is on.' })),
  elementX: Type.Optional(Type.Integer({ description: 'From the element’s left edge, whole pixels.' })),
  elementY: Type.Optional(Type.Integer({ description: 'From its top edge.' })),
  elementWidth: Type.Optional(Type.Integer({ description: 'The element’s width.' })),
  elementHeight: Type.Optional(Type.Integer({ description: 'Its height.' })),
  points: Type.Optional(
    Type.Array(Type.Array(Type.Number()), { description: 'Points in between: clientX, clientY, and the time on the monotonic clock.' }),
  ),
});
export type CursorTrackingDetails = Static<typeof cursorTrackingDetails>;
