/** Where the page is scrolled to. */
export interface Scrolled {
  x: number;
  y: number;
  /** Share of the page's height that is above the viewport's lower edge, 0 to 1. */
  depth: number;
}

/** How far a window's page is scrolled, or would be at another place. */
export function scrolled({ document, scrollX, scrollY, innerHeight }: Window, y = scrollY): Scrolled {
  const height = document.documentElement.scrollHeight;
  const depth = height > 0 ? Math.min(1, (y + innerHeight) / height) : 1;
  return { x: Math.round(scrollX), y: Math.round(y), depth: Math.round(depth * 1_000) / 1_000 };
}
