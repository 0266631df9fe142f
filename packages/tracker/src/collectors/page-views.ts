import type { PageLeftDetails, PageViewDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';
import { postponed } from './postponed.ts';

/** Page views: document loads, routes of single-page applications, returns from the back/forward cache. */
export const pageViews: Collector = {
  collect(surface) {
    const { page, recorder, onSession } = surface;
    let url = page.url();
    // Frameworks set the title after they changed the address.
    const later = postponed(surface);

    const begin = (cause?: PageViewDetails['cause']) => {
      const referrer = cause === 'load' ? page.referrer() : url;
      url = page.url();
      const view = { pageView: recorder.beginPageView(), url, at: page.monotonic() };
      later(() => {
        const details: PageViewDetails = { url: view.url, title: page.title(), referrer, cause, offsetMinutes: page.offsetMinutes() };
        recorder.record({ type: 'browserEvent', name: 'pageView', details, ...view });
      });
    };

    onSession((first) => {
      later();
      begin(first ? 'load' : undefined);
    });
    page.onAddress(() => {
      if (page.url() === url) return;
      later();
      const details: PageLeftDetails = { cause: 'route' };
      recorder.record({ type: 'browserEvent', name: 'pageLeft', details, url });
      begin('route');
    });
    page.on('pageshow', ({ persisted }) => persisted && begin('restore'));
  },
};
