import type { ViewportFocusChangeDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';

/** The window gains and loses the focus. */
export const pageFocus: Collector = {
  collect({ page, recorder }) {
    const changed = ({ type, target, currentTarget, timeStamp }: FocusEvent) => {
      // Elements' own focus passes here on its way.
      if (target !== currentTarget) return;
      const details: ViewportFocusChangeDetails = { type: 'viewportFocusChange', hasFocus: type === 'focus' };
      recorder.record({ type: 'browserEvent', name: details.type, details, at: timeStamp });
    };
    page.on('focus', changed);
    page.on('blur', changed);
  },
};
