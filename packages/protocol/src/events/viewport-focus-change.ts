import { Type, type Static } from 'typebox';

/** The window gained or lost the focus; as LogUI has it. */
export const viewportFocusChangeDetails = Type.Object({
  type: Type.Literal('viewportFocusChange'),
  hasFocus: Type.Boolean(),
});
export type ViewportFocusChangeDetails = Static<typeof viewportFocusChangeDetails>;
