import type { StartedDetails } from '@sightline/protocol';
import { TRACKER_VERSION } from '../version.ts';
import type { Collector } from './collector.ts';

/** Tells with what the visitor sees the page, once in each session and document. */
export const started: Collector = {
  name: 'started',
  collect({ page, recorder, options: { settingsHash }, onSession, storage }) {
    onSession(() => {
      const details: StartedDetails = {
        type: 'started',
        ...page.surroundings(),
        trackerVersion: TRACKER_VERSION,
        settingsHash,
        storage: storage(),
      };
      recorder.record({ type: 'statusEvent', name: 'started', details });
    });
  },
};
