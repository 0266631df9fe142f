import { Type, type Static } from 'typebox';

/** What the visitor agreed to changed. */
export const consentChangedDetails = Type.Object({
  granted: Type.Array(Type.Union([Type.Literal('interaction'), Type.Literal('recording'), Type.Literal('gaze')])),
});
export type ConsentChangedDetails = Static<typeof consentChangedDetails>;
