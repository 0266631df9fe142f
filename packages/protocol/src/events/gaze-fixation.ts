import { Type, type Static } from 'typebox';

/** A fixation that the page or an eye tracker found; names of the recording backend. */
export const gazeFixationDetails = Type.Object({
  element: Type.Optional(Type.String({ description: 'Name or id of the element looked at; `unknown` where absent.' })),
  duration_ms: Type.Optional(Type.Number({ description: 'Milliseconds; 0 where absent.' })),
});
export type GazeFixationDetails = Static<typeof gazeFixationDetails>;
