import type { Page } from './page.ts';

export interface WatchedElements {
  /** Elements that match now and did not before, and the other way round. */
  changed(selector: string, come: Element[], gone: Element[]): void;
  /** An element's visible share is now at least, or below, the least share of the selector. */
  seen(selector: string, element: Element, visible: boolean): void;
}

/** Changes come in bursts; one look serves them all. */
const LOOK_AFTER_MS = 50;

/** Watches the elements of some selectors: which there are, and whether enough of each is in view; one observer serves all selectors. */
export function watchElements(page: Page, shares: Map<string, number>, { changed, seen }: WatchedElements): () => void {
  const { document, MutationObserver, IntersectionObserver } = page.window;
  const known = new Map([...shares.keys()].map((selector) => [selector, new Set<Element>()]));
  const views = new Map(
    [...shares].map(([selector, share]) => {
      const hear = page.guard((entries: IntersectionObserverEntry[]) => {
        for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
          // An element larger than the viewport is seen as well when it fills that share of it.
          const filled = rootBounds ? (intersectionRect.width * intersectionRect.height) / (rootBounds.width * rootBounds.height) : 0;
          seen(selector, target, isIntersecting && (intersectionRatio >= share || filled >= share));
        }
      });
      const steps = Array.from({ length: 11 }, (_, step) => step / 10);
      return [selector, new IntersectionObserver(hear, { threshold: [...new Set([...steps, share])].sort() })];
    }),
  );

  const look = () => {
    for (const [selector, before] of known) {
      const now = new Set(document.querySelectorAll(selector));
      const come = [...now].filter((element) => !before.has(element));
      const gone = [...before].filter((element) => !now.has(element));
      if (come.length + gone.length === 0) continue;
      known.set(selector, now);
      changed(selector, come, gone);
      for (const element of come) views.get(selector)?.observe(element);
      for (const element of gone) views.get(selector)?.unobserve(element);
    }
  };
  let cancel: (() => void) | undefined;
  const observer = new MutationObserver(
    page.guard(() => {
      cancel ??= page.after(LOOK_AFTER_MS, () => {
        cancel = undefined;
        look();
      });
    }),
  );
  observer.observe(document, { childList: true, subtree: true, attributes: true });
  look();

  return () => {
    observer.disconnect();
    for (const view of views.values()) view.disconnect();
  };
}
