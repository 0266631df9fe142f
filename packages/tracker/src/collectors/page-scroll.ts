import type { PageScrollDetails } from '@sightline/protocol';
import { scrolled } from '../page/scrolled.ts';
import type { Collector } from './collector.ts';

/** Longer than the pauses between the wheel's ticks, so that one scrolling is one event. */
const STILL_MS = 150;

/** The page was scrolled: where it came to rest, and how deep it has been seen since the address changed. */
export const pageScroll: Collector = {
  collect({ page, recorder, onStop }) {
    let from = scrolled(page.window);
    let deepest = from.depth;
    let lowest = from.y;
    let cancel: (() => void) | undefined;
    let startedAt = 0;
    let movedAt = 0;

    const settle = () => {
      if (!cancel) return;
      cancel();
      cancel = undefined;
      const to = scrolled(page.window);
      deepest = Math.max(deepest, to.depth, scrolled(page.window, lowest).depth);
      const details: PageScrollDetails = {
        type: 'pageScroll',
        scrollX: to.x,
        scrollY: to.y,
        fromX: from.x,
        fromY: from.y,
        depth: to.depth,
        maxDepth: deepest,
        durationMs: Math.round(page.monotonic() - startedAt),
      };
      from = to;
      lowest = to.y;
      recorder.record({ type: 'browserEvent', name: details.type, details });
    };

    // One timer for the whole of it, instead of another with each event.
    const rest = (ms: number) => {
      cancel = page.after(ms, () => {
        const left = movedAt + STILL_MS - page.monotonic();
        if (left > 1) rest(left);
        else settle();
      });
    };

    page.on('scroll', ({ target }) => {
      // Elements that scroll pass here too; the page's own scrolling is told of its document.
      if (target !== page.window.document) return;
      lowest = Math.max(lowest, page.window.scrollY);
      movedAt = page.monotonic();
      if (cancel) return;
      startedAt = movedAt;
      rest(STILL_MS);
    });
    page.onAddress(() => {
      settle();
      deepest = 0;
    });
    page.on('pagehide', settle);
    onStop(settle);
  },
};
