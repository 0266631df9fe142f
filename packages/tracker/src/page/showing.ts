/** Whether the document is shown. */
export const isVisible = ({ document }: Window): boolean => document.visibilityState === 'visible';

/** Whether the document has the focus. */
export const hasFocus = ({ document }: Window): boolean => document.hasFocus();

/** When the document began to show, on the monotonic clock: as its first byte came, or as a prerendered one was shown. */
export function shownAt({ performance }: Window): number {
  const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { activationStart?: number })[];
  return Math.min(performance.now(), Math.max(entry?.responseStart ?? 0, entry?.activationStart ?? 0));
}
