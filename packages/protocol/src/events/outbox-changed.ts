import { Type, type Static } from 'typebox';

/** The tracker’s outbox lost its storage, or had to leave events out. */
export const outboxChangedDetails = Type.Object({
  storage: Type.Union([Type.Literal('indexeddb'), Type.Literal('memory')]),
  reason: Type.String({ description: 'What happened, in words.' }),
  dropped: Type.Optional(Type.Integer({ description: 'Events that could not be kept.' })),
  from: Type.Optional(Type.Integer({ description: 'Wall clock of the first of them, ms since 1970.' })),
  to: Type.Optional(Type.Integer({ description: 'Wall clock of the last of them.' })),
  missing: Type.Optional(
    Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }), {
      description: 'Their sequences, as ranges with both ends included, where they had been numbered.',
    }),
  ),
});
export type OutboxChangedDetails = Static<typeof outboxChangedDetails>;
