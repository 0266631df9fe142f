import { Type, type Static } from 'typebox';

/** A document was opened, or a single-page application showed another route. */
export const pageViewDetails = Type.Object({
  url: Type.String(),
  title: Type.Optional(Type.String()),
  referrer: Type.Optional(Type.String()),
  cause: Type.Optional(
    Type.Union([Type.Literal('load'), Type.Literal('route'), Type.Literal('restore')], {
      description: 'A document load, a route change, or a return from the back/forward cache.',
    }),
  ),
  offsetMinutes: Type.Optional(Type.Integer({ description: 'The visitor’s offset from UTC, minutes east.' })),
});
export type PageViewDetails = Static<typeof pageViewDetails>;
