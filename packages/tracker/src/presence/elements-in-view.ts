import type { ElementInViewDetails } from '@sightline/protocol';
import { inView } from '../page/in-view.ts';
import type { Page } from '../page/page.ts';
import type { Happening, Place } from '../recorder/recorder.ts';

const NAMED = 'data-sightline-name';

export interface ElementsInViewDeps {
  page: Pick<Page, 'window' | 'monotonic' | 'guard'>;
  place: () => Place;
  record: (happening: Happening) => void;
}

export interface ElementsInView {
  /** Looks for named elements that came since. */
  scan(): void;
  /** Tells what is in view up to now; it stays in view. */
  tell(): void;
  end(): void;
}

/** Tells how long each named element was in the viewport. */
export function elementsInView({ page, place, record }: ElementsInViewDeps): ElementsInView {
  const since = new Map<Element, { name: string; from: number; place: Place }>();

  const close = (element: Element, at: number) => {
    const one = since.get(element);
    since.delete(element);
    if (!one || at <= one.from) return;
    const details: ElementInViewDetails = { name: one.name, lengthMs: Math.round((at - one.from) * 1_000) / 1_000 };
    record({ type: 'browserEvent', name: 'elementInView', details, at, quiet: true, ...one.place });
  };
  const open = (element: Element, from: number) => {
    const name = element.getAttribute(NAMED);
    if (name && !since.has(element)) since.set(element, { name, from, place: place() });
  };

  const watched = inView(
    page.window,
    `[${NAMED}]`,
    page.guard((element, isIn, at) => (isIn ? open(element, at) : close(element, at))),
  );
  watched.scan();

  return {
    scan: watched.scan,
    tell() {
      const at = page.monotonic();
      // A list of its own: what is told is put down anew, and would be met again without end.
      const seen = [...since.keys()];
      for (const element of seen) {
        close(element, at);
        // An element that was taken out of the page is not told to leave the view.
        if (element.isConnected) open(element, at);
      }
    },
    end: watched.end,
  };
}
