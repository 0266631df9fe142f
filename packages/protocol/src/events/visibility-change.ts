import { Type, type Static } from 'typebox';

/** The page was shown or hidden. */
export const visibilityChangeDetails = Type.Object({
  type: Type.Literal('visibilityChange'),
  visible: Type.Boolean(),
});
export type VisibilityChangeDetails = Static<typeof visibilityChangeDetails>;
