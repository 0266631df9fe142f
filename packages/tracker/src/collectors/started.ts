import type { StartedDetails } from '@sightline/protocol';
import { TRACKER_VERSION } from '../version.ts';
import type { Collector } from './collector.ts';
import { postponed } from './postponed.ts';

/** Tells with what the visitor sees the page, once in each session and document. */
export const started: Collector = {
  collect(surface) {
    const { page, recorder, options, onSession, storage } = surface;
    const later = postponed(surface);
    onSession(() => {
      const at = page.monotonic();
      later(() => {
        const details: StartedDetails = {
          type: 'started',
          ...page.surroundings(),
          trackerVersion: TRACKER_VERSION,
          settingsHash: options.settingsHash,
          storage: storage(),
        };
        recorder.record({ type: 'statusEvent', name: 'started', details, at });
      });
    });
  },
};
