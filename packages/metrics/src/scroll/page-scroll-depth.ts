/** How far one page view was scrolled, 0 to 1. */
export interface PageScrollDepth {
  url: string;
  /** Beginning of the page view, ms since 1970. */
  at: number;
  /** Null where the viewport's height is not known. */
  depth: number | null;
}
