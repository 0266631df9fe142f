import type { BrowserContext, Page } from 'playwright-core';

/** Lets every page of a context add up by how much of the window moved by itself (web.dev's layout shift, all of it instead of the worst five seconds). */
export const watchLayoutShift = (context: BrowserContext) =>
  context.addInitScript(() => {
    const seen = { shift: 0, what: [] as string[] };
    Object.assign(globalThis, { seenShift: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (entry.hadRecentInput) continue;
        seen.shift += entry.value;
        seen.what.push(...entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 120) : 'text')));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** How much moved on a page so far. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => Math.round((globalThis as unknown as { seenShift: { shift: number } }).seenShift.shift * 1_000) / 1_000);

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}
