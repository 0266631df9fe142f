import type { NetworkFailureDetails } from '@sightline/protocol';
import { watchRequests } from '../page/failed-requests.ts';
import type { Collector } from './collector.ts';
import { withoutQuery } from './without-query.ts';

/** A page that polls a dead server would say the same for hours. */
const AT_MOST = 200;

/** Requests of the page that failed, without bodies and query strings. */
export const networkFailures: Collector = {
  collect({ page, recorder, onStop }) {
    let count = 0;
    const restore = watchRequests(page, ({ url, ...request }) => {
      count += 1;
      if (count > AT_MOST) return;
      const details: NetworkFailureDetails = { type: 'networkFailure', url: withoutQuery(url, page.url()), ...request };
      if (count === AT_MOST) details.last = true;
      recorder.record({ type: 'browserEvent', name: details.type, details });
    });
    onStop(restore);
  },
};
