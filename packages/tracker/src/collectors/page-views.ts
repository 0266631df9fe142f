import type { PageLeftDetails, PageViewDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';

/** Frameworks set the title after they changed the address. */
const TITLE_AFTER_MS = 100;

/** Page views: document loads, routes of single-page applications, returns from the back/forward cache. */
export const pageViews: Collector = {
  name: 'pageView',
  collect({ page, recorder, onSession, onStop }) {
    let url = page.url();
    let tell: (() => void) | undefined;

    const settle = () => {
      tell?.();
      tell = undefined;
    };

    const begin = (cause?: PageViewDetails['cause']) => {
      const from = cause === 'load' ? page.referrer() : url;
      url = page.url();
      const view = { pageView: recorder.beginPageView(), url, at: page.monotonic() };
      tell = () => {
        const details: PageViewDetails = { url: view.url, title: page.title(), referrer: from, cause, offsetMinutes: page.offsetMinutes() };
        recorder.record({ type: 'browserEvent', name: 'pageView', details, ...view });
      };
      page.after(TITLE_AFTER_MS, settle);
    };

    onSession((first) => {
      settle();
      begin(first ? 'load' : undefined);
    });
    page.onAddress(() => {
      if (page.url() === url) return;
      settle();
      const details: PageLeftDetails = { cause: 'route' };
      recorder.record({ type: 'browserEvent', name: 'pageLeft', details, url });
      begin('route');
    });
    page.on('pageshow', ({ persisted }) => persisted && begin('restore'));
    page.on('pagehide', settle);
    onStop(settle);
  },
};
