import type { MirrorNode } from '@sightline/metrics';

/** LogUI's `scrollable`: an element's content begins and ends to scroll. */
export interface Scrolling {
  scrolled(element: MirrorNode, at: number): void;
  /** So late is it now. */
  until(at: number): void;
}

/** LogUI's measure of when scrolling has ended. */
const STILL_MS = 50;
/** rrweb tells of scrolling at most so often: a shorter pause is not seen. */
const TOLD_EVERY_MS = 100;

/** Follows the scrolling of one tab's elements. */
export function scrolling(log: (element: MirrorNode, type: 'scrollStart' | 'scrollEnd', at: number) => void): Scrolling {
  const moving = new Map<MirrorNode, number>();
  const until = (at: number) => {
    for (const [element, last] of moving) {
      if (at <= last + STILL_MS + TOLD_EVERY_MS) continue;
      moving.delete(element);
      log(element, 'scrollEnd', last + STILL_MS);
    }
  };
  return {
    until,
    scrolled(element, at) {
      until(at);
      if (!moving.has(element)) log(element, 'scrollStart', at);
      moving.set(element, at);
    },
  };
}
