import type { eventWithTime } from '@rrweb/types';
import type { Attributes } from './cleaner.ts';
import { CHANGE, CHANGED_PAGE } from './kinds.ts';

export interface PopoversDeps {
  /** The element's number in the recording; -1 where it has none. */
  idOf(element: Element): number;
  change(event: eventWithTime): void;
  wall(): number;
}

/** Tells which popovers are shown: rrweb does not, and a page without scripts shows none. */
export interface Popovers {
  /** One is told as it is now, with these attributes. */
  seen(attributes: Attributes, element: HTMLElement): void;
  /** An element opened or closed, a popover or something else. */
  toggled(element: HTMLElement): void;
}

/** In front of everything, as the browser shows it. */
const TOP = '2147483647';

/** Writes into the recording, as styles, what the browser does with popovers that are shown. */
export function createPopovers({ idOf, change, wall }: PopoversDeps): Popovers {
  const isShown = (element: HTMLElement) => element.matches(':popover-open');
  const displayOf = (element: HTMLElement) => element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'block';

  return {
    seen(attributes, element) {
      const { style = '' } = attributes;
      // Where a script changed single properties, what is shown is told already.
      if (typeof style === 'string' && element.popover && isShown(element))
        attributes.style = `${style};display:${displayOf(element)}!important;z-index:${TOP}!important`;
    },
    toggled(element) {
      const id = idOf(element);
      if (id < 0 || !element.popover) return;
      const shown = isShown(element);
      const style = { display: shown && [displayOf(element), 'important'], 'z-index': shown && [TOP, 'important'] } as Record<
        string,
        false
      >;
      const data = { source: CHANGED_PAGE, adds: [], removes: [], texts: [], attributes: [{ id, attributes: { style } }] };
      change({ type: CHANGE, data, timestamp: wall() } as eventWithTime);
    },
  };
}
