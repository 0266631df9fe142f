import type { CursorTrackingDetails } from '@sightline/protocol';
import { hasFocus } from '../page/showing.ts';
import type { Collector } from './collector.ts';

export interface CursorOptions {
  /** The least time between two positions; every move where it is 0 or less. */
  everyMs: number;
  /** Whether leaving and entering the page is told. */
  leaving: boolean;
  /** Whether the points that the browser saw in between are kept with each position. */
  coalesced: boolean;
  /** What each position tells of the element it is on. */
  place?: (event: MouseEvent) => Partial<CursorTrackingDetails>;
}

/** Where the cursor is, told only when it moved; details and their order as LogUI has them. */
export const cursor = ({ everyMs, leaving, coalesced, place }: CursorOptions): Collector => ({
  collect({ page, recorder, onStop }) {
    let hadFocus: boolean | null = null;
    let inside = false;
    let last: MouseEvent | undefined;
    let points: CursorTrackingDetails['points'] = [];
    let cancel: (() => void) | undefined;

    const tell = (event: MouseEvent, trackingType: CursorTrackingDetails['trackingType']) => {
      const { clientX, clientY, screenX, screenY, pageX, pageY, timeStamp } = event;
      const details: CursorTrackingDetails = {
        clientX,
        clientY,
        screenX,
        screenY,
        pageX,
        pageY,
        pageHadFocus: hadFocus,
        type: 'cursorTracking',
        trackingType,
      };
      Object.assign(details, place?.(event));
      if (points?.length) details.points = points;
      points = [];
      recorder.record({ type: 'browserEvent', name: details.type, details, at: timeStamp });
    };
    const settle = () => {
      cancel?.();
      cancel = undefined;
      if (last) {
        hadFocus = hasFocus(page.window);
        tell(last, 'positionUpdate');
      }
      last = undefined;
    };

    page.on('mousemove', (event) => {
      last = event;
      if (everyMs <= 0) settle();
      else cancel ??= page.after(everyMs, settle);
    });
    if (coalesced) {
      page.on('pointermove', (event) => {
        for (const { clientX, clientY, timeStamp } of event.getCoalescedEvents?.() ?? []) points?.push([clientX, clientY, timeStamp]);
      });
    }
    if (leaving) {
      page.on('mouseout', (event) => {
        if (event.relatedTarget) return;
        inside = false;
        settle();
        tell(event, 'cursorLeftViewport');
      });
      page.on('mouseover', (event) => {
        if (!inside && !event.relatedTarget) tell(event, 'cursorEnteredViewport');
        inside = true;
      });
    }
    page.on('pagehide', settle);
    onStop(settle);
  },
});
