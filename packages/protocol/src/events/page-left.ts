import { Type, type Static } from 'typebox';

/** A page view ended: navigation, closing, or a change of route. */
export const pageLeftDetails = Type.Object({
  cause: Type.Union([Type.Literal('hide'), Type.Literal('route'), Type.Literal('stop')]),
});
export type PageLeftDetails = Static<typeof pageLeftDetails>;
