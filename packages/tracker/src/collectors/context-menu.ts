import type { ContextMenuFiredDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';

/** The context menu was asked for. */
export const contextMenu: Collector = {
  collect({ page, recorder }) {
    const asked = ({ timeStamp }: Event) => {
      const details: ContextMenuFiredDetails = { type: 'contextMenuFired' };
      recorder.record({ type: 'browserEvent', name: details.type, details, at: timeStamp });
    };
    // At the document, where elements' own events are heard: those come first, as in LogUI.
    page.on('contextmenu', asked, page.window.document);
  },
};
