import type { BrowserContext, Page } from 'playwright-core';

const PAINTED_MS = 500;

/** Lets every page of a context keep how long each interaction took until its next paint, as the browser's Event Timing tells it. */
export const watchInteractions = (context: BrowserContext) =>
  context.addInitScript(() => {
    const interactions = new Map<number, number>();
    Object.assign(globalThis, { interactions });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
        if (entry.interactionId > 0)
          interactions.set(entry.interactionId, Math.max(interactions.get(entry.interactionId) ?? 0, entry.duration));
      }
      // 16 ms is the least that browsers tell of; what is faster is as good as at once.
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });

/** Does something on a page and answers how long its slowest interaction took until the next paint, in ms; 0 where all took less than 16. */
export async function slowestInteraction(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => (globalThis as unknown as { interactions: Map<number, number> }).interactions.clear());
  await act();
  await page.waitForTimeout(PAINTED_MS);
  return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { interactions: Map<number, number> }).interactions.values()));
}
