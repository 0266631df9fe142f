import type { ViewportZoomDetails } from '@sightline/protocol';
import { zoomOf } from '../page/zoom-of.ts';
import type { Collector } from './collector.ts';

const STILL_MS = 200;

/** The page is zoomed: by two fingers (`scale`), or by the browser (`pixelRatio`). */
export const zoom: Collector = {
  collect({ page, recorder }) {
    let before = zoomOf(page.window);
    let cancel: (() => void) | undefined;
    const changed = () => {
      cancel?.();
      cancel = page.after(STILL_MS, () => {
        const now = zoomOf(page.window);
        if (now.scale === before.scale && now.pixelRatio === before.pixelRatio) return;
        before = now;
        const details: ViewportZoomDetails = { type: 'viewportZoom', ...now };
        recorder.record({ type: 'browserEvent', name: details.type, details });
      });
    };
    page.on('resize', changed);
    if (page.window.visualViewport) page.on('resize', changed, page.window.visualViewport);
  },
};
