import type { Box } from './place-points.ts';

/** What a map is drawn on: a page as it was recorded, or a plain sheet of its size. CSS pixels. */
export interface Surface {
  width: number;
  height: number;
  /** Of the window it was shown in. */
  viewportHeight: number;
  /** Where an element is; undefined where the page has none at the path, or no page is there. */
  boxOf(path: string): Box | undefined;
  /** What somebody would call the element: its words. */
  nameOf(path: string): string | undefined;
  /** The document, where there is one. */
  document?: Document;
}

/** A sheet without a page. */
export const plainSurface = (width: number, height: number, viewportHeight: number): Surface => ({
  width,
  height,
  viewportHeight,
  boxOf: () => undefined,
  nameOf: () => undefined,
});
