import type { TitleChangeDetails } from '@sightline/protocol';
import { watchTitle } from '../page/watch-title.ts';
import type { Collector } from './collector.ts';

/** The page's title changes. */
export const pageTitle: Collector = {
  collect({ page, recorder, onStop }) {
    let before = page.title();
    const stop = watchTitle(page.window, page, () => {
      const title = page.title();
      if (title === before) return;
      const details: TitleChangeDetails = { type: 'titleChange', previousTitle: before, title };
      before = title;
      recorder.record({ type: 'browserEvent', name: details.type, details });
    });
    onStop(stop);
  },
};
