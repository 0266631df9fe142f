import type { UrlChangeDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';

/** The address changes without a new document: by history, by a hash, by the Navigation API. */
export const urlChanges: Collector = {
  collect({ page, recorder }) {
    let url = page.url();
    page.onAddress(() => {
      const details: UrlChangeDetails = { type: 'URLChange', previousURL: url, newURL: page.url() };
      if (details.newURL === url) return;
      url = details.newURL;
      recorder.record({ type: 'browserEvent', name: details.type, details });
    });
  },
};
