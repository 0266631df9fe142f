import type { ContextMenuFiredDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';

/** The context menu was asked for. */
export const contextMenu: Collector = {
  name: 'context-menu',
  collect({ page, recorder }) {
    page.on('contextmenu', ({ timeStamp }) => {
      const details: ContextMenuFiredDetails = { type: 'contextMenuFired' };
      recorder.record({ type: 'browserEvent', name: details.type, details, at: timeStamp });
    });
  },
};
