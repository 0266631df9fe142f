import type { VisibilityChangeDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';

/** The page is shown and hidden: another tab, a minimised window, a locked screen. */
export const visibility: Collector = {
  collect({ page, recorder }) {
    page.onVisibility((visible) => {
      const details: VisibilityChangeDetails = { type: 'visibilityChange', visible };
      recorder.record({ type: 'browserEvent', name: details.type, details });
    });
  },
};
