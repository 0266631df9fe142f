import { Type, type Static } from 'typebox';

/** The address changed without a new document; as LogUI has it. */
export const urlChangeDetails = Type.Object({
  type: Type.Literal('URLChange'),
  previousURL: Type.String(),
  newURL: Type.String(),
});
export type UrlChangeDetails = Static<typeof urlChangeDetails>;
