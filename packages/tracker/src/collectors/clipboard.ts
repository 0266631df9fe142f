import type { ClipboardDetails } from '@sightline/protocol';
import { pathOf } from '../page/path-of.ts';
import type { Collector } from './collector.ts';

/** Something was copied, cut or pasted: that it happened, never what. */
export const clipboard: Collector = {
  collect({ page, recorder }) {
    for (const action of ['copy', 'cut', 'paste'] as const) {
      page.on(action, (event) => {
        const [element] = event.composedPath();
        const details: ClipboardDetails = { type: 'clipboard', action };
        if (element && (element as Node).nodeType === 1) details.path = pathOf(element as Element);
        recorder.record({ type: 'browserEvent', name: details.type, details, at: event.timeStamp });
      });
    }
  },
};
