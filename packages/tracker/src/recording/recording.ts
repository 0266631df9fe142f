import type { RecordingSettings } from '@sightline/protocol';
import type { Collector } from '../collectors/collector.ts';
import { isRecorded } from '../page/recorded-page.ts';
import { createRecording, type Recording } from './create-recording.ts';

/** Consent is given and taken back without telling add-ons. */
const CONSENT_EVERY_MS = 1_000;

/** The page as the visitor sees it: recorded with rrweb, private things taken out, brought to the server like everything else. */
export const recording = (settings: RecordingSettings): Collector => ({
  collect(surface) {
    const { page, consent } = surface;
    if (!settings.enabled || isRecorded(page.window)) return;
    let running: Recording | undefined;
    const look = () => {
      const agreed = consent?.has('recording') ?? true;
      if (agreed) running ??= createRecording(surface, settings);
      else if (running) {
        running.stop('the visitor does not agree any more');
        running = undefined;
      }
      page.after(CONSENT_EVERY_MS, look);
    };
    look();
    surface.onSession((first) => first || running?.renew());
    surface.onStop(() => running?.stop('the page stopped it'));
    page.on('pagehide', () => running?.leave());
    page.on('pageshow', ({ persisted }) => persisted && running?.comeBack());
  },
});
