import { Type, type Static } from 'typebox';

/** An error of the page that nobody caught. */
export const pageErrorDetails = Type.Object({
  type: Type.Literal('pageError'),
  kind: Type.Union([Type.Literal('error'), Type.Literal('rejection')]),
  message: Type.String(),
  source: Type.Optional(Type.String({ description: 'Address of the script, without its query.' })),
  line: Type.Optional(Type.Integer()),
  column: Type.Optional(Type.Integer()),
  stack: Type.Optional(Type.String()),
  last: Type.Optional(Type.Boolean({ description: 'The same error is not told again on this page.' })),
});
export type PageErrorDetails = Static<typeof pageErrorDetails>;
