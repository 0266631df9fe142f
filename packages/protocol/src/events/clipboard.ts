import { Type, type Static } from 'typebox';

/** Something was copied, cut or pasted; never what. */
export const clipboardDetails = Type.Object({
  type: Type.Literal('clipboard'),
  action: Type.Union([Type.Literal('copy'), Type.Literal('cut'), Type.Literal('paste')]),
  path: Type.Optional(Type.String({ description: 'A stable CSS path of the element.' })),
});
export type ClipboardDetails = Static<typeof clipboardDetails>;
