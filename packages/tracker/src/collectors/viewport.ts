import type { ViewportResizeDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';

/** LogUI's measure of when resizing has ended. */
const STILL_MS = 200;

/** The viewport has another size. */
export const viewport: Collector = {
  collect({ page, recorder }) {
    let cancel: (() => void) | undefined;
    page.on('resize', ({ target, currentTarget }) => {
      if (target !== currentTarget) return;
      cancel?.();
      cancel = page.after(STILL_MS, () => {
        const { width, height } = page.surroundings().viewportResolution;
        const details: ViewportResizeDetails = {
          type: 'viewportResize',
          viewportWidth: width,
          viewportHeight: height,
          stringRepr: `${width}x${height}`,
        };
        recorder.record({ type: 'browserEvent', name: details.type, details });
      });
    });
  },
};
