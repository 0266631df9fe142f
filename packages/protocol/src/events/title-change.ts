import { Type, type Static } from 'typebox';

/** The page’s title changed. */
export const titleChangeDetails = Type.Object({
  type: Type.Literal('titleChange'),
  previousTitle: Type.String(),
  title: Type.String(),
});
export type TitleChangeDetails = Static<typeof titleChangeDetails>;
