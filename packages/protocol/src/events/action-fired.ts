import { Type, type Static } from 'typebox';

/** A one-shot action of the page ran: at most once in a session, over all of its tabs. */
export const actionFiredDetails = Type.Object({
  name: Type.String({ description: 'The action’s name; the trigger and its seconds where the page gave none.' }),
  trigger: Type.Union([Type.Literal('active'), Type.Literal('idle')]),
  seconds: Type.Number({ description: 'The threshold.' }),
  outcome: Type.Union([Type.Literal('done'), Type.Literal('failed'), Type.Literal('unknown')], {
    description: '`unknown`: the tab died while it acted; it is not done again.',
  }),
  clock: Type.Optional(
    Type.Union([Type.Literal('open'), Type.Literal('visible'), Type.Literal('focused'), Type.Literal('active')], {
      description: 'Which of the session’s times was measured.',
    }),
  ),
});
export type ActionFiredDetails = Static<typeof actionFiredDetails>;
