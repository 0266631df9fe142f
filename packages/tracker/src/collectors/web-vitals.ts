import type { WebVitalDetails } from '@sightline/protocol';
import { loadScript } from '../page/load-script.ts';
import { vitalsPlace } from '../page/vitals-place.ts';
import type { Collector } from './collector.ts';

/** How fast the page was for its visitor, by the `web-vitals` library, which `from` holds as a script of its own. */
export const webVitals = (from: string): Collector => ({
  collect({ page, recorder, onStop }) {
    const { set } = vitalsPlace(page.window);
    const hear = page.guard(({ name, value, rating, id, navigationType }) => {
      const details: WebVitalDetails = { type: 'webVital', name, value, rating, id, navigationType };
      recorder.record({ type: 'browserEvent', name: details.type, details });
    });
    set(hear);
    loadScript(page.window, from, () => page.warn(`web vitals are not measured: ${from} could not be loaded`));
    onStop(() => set(undefined));
  },
});
