/** Half of an element is in view, or it fills half of the view: a tall one never is in it by half. */
const SHARE = 0.5;
const STEPS = [0, 0.1, 0.25, SHARE, 0.75, 1];

export interface InView {
  /** Looks for elements that came since. */
  scan(): void;
  end(): void;
}

/** Tells when elements come into view and leave it. */
export function inView(
  window: Window & typeof globalThis,
  selector: string,
  changed: (element: Element, isIn: boolean, at: number) => void,
): InView {
  const observer = new window.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds, time } of entries) {
        const fills = rootBounds !== null && intersectionRect.height >= rootBounds.height * SHARE;
        changed(target, isIntersecting && (intersectionRatio >= SHARE || fills), time);
      }
    },
    { threshold: STEPS },
  );
  return {
    scan() {
      for (const element of window.document.querySelectorAll(selector)) observer.observe(element);
    },
    end: () => observer.disconnect(),
  };
}
