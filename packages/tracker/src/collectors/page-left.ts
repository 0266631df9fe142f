import type { PageLeftDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';

/** Tells that the visitor left the document, or that the page stopped the tracker. */
export const pageLeft: Collector = {
  collect({ page, recorder, onStop }) {
    const tell = (cause: PageLeftDetails['cause'], at?: number) =>
      recorder.record({ type: 'browserEvent', name: 'pageLeft', details: { cause } satisfies PageLeftDetails, at });
    page.on('pagehide', ({ timeStamp }) => tell('hide', timeStamp));
    onStop(() => tell('stop'));
  },
};
