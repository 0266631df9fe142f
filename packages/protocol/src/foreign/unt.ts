import { Type, type Static } from 'typebox';

/** `POST /user/{uuid}/track`: a page was opened. */
export const VisitRequest = Type.Object({
  title: Type.String({ maxLength: 4_096 }),
  url: Type.String(),
  datetime: Type.Number({ minimum: 0, maximum: 7_258_118_400_000, description: '`Date.now()` of the page.' }),
  visit: Type.Optional(
    Type.Unknown({
      description:
        'From our own plugin: `{ session, tab, sequence }`, by which a visit that is sent again is known; anything else is kept as it is.',
    }),
  ),
});
export type VisitRequest = Static<typeof VisitRequest>;

/** `POST /user/{uuid}/email`: the visitor said who they are. */
export const EmailRequest = Type.Object({
  email: Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' }),
});
export type EmailRequest = Static<typeof EmailRequest>;
