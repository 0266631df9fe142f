import { Type, type Static } from 'typebox';

/** A request of the page failed. */
export const networkFailureDetails = Type.Object({
  type: Type.Literal('networkFailure'),
  url: Type.String({ description: 'Without query and fragment.' }),
  kind: Type.Union([Type.Literal('fetch'), Type.Literal('xhr'), Type.Literal('resource')]),
  method: Type.String(),
  status: Type.Integer({ description: 'HTTP status; 0 where there was no answer.' }),
  durationMs: Type.Optional(Type.Number()),
  last: Type.Optional(Type.Boolean({ description: 'No further failure is told on this page.' })),
});
export type NetworkFailureDetails = Static<typeof networkFailureDetails>;
