import { Type, type Static } from 'typebox';

/** The page was scrolled and came to rest. CSS pixels. */
export const pageScrollDetails = Type.Object({
  type: Type.Literal('pageScroll'),
  scrollX: Type.Number(),
  scrollY: Type.Number(),
  fromX: Type.Number(),
  fromY: Type.Number(),
  depth: Type.Number({ description: 'Share of the page’s height above the viewport’s lower edge, 0 to 1.' }),
  maxDepth: Type.Number({ description: 'The largest depth since the address changed.' }),
  durationMs: Type.Number(),
});
export type PageScrollDetails = Static<typeof pageScrollDetails>;
