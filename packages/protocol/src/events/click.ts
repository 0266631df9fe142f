import { Type, type Static } from 'typebox';

/** A primary, auxiliary or keyboard click, as the DOM reports it. Coordinates in CSS pixels. */
export const clickDetails = Type.Object({
  path: Type.String({ description: 'A stable CSS path of the element.' }),
  tag: Type.Optional(Type.String({ description: 'The element’s tag, in lower case.' })),
  name: Type.Optional(Type.String({ description: 'The name the page gave the element for the log.' })),
  button: Type.Optional(Type.Integer({ description: '0 primary, 1 auxiliary, 2 secondary, 3 back, 4 forward.' })),
  x: Type.Optional(Type.Number({ description: 'From the viewport’s left edge.' })),
  y: Type.Optional(Type.Number({ description: 'From the viewport’s top edge.' })),
  pageX: Type.Optional(Type.Number({ description: 'From the page’s left edge.' })),
  pageY: Type.Optional(Type.Number({ description: 'From the page’s top edge.' })),
  elementX: Type.Optional(Type.Number({ description: 'From the element’s left edge, whole pixels.' })),
  elementY: Type.Optional(Type.Number({ description: 'From its top edge.' })),
  elementWidth: Type.Optional(Type.Number({ description: 'The element’s width as it was clicked.' })),
  elementHeight: Type.Optional(Type.Number({ description: 'Its height.' })),
  trusted: Type.Optional(Type.Boolean({ description: 'Made by the user agent, not by a script.' })),
});
export type ClickDetails = Static<typeof clickDetails>;
