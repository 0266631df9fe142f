import type { Collector } from '../../collectors/collector.ts';
import type { Recorder } from '../../recorder/recorder.ts';

/** LogUI's status events: `started` once for each start, where LogUI repeats it with each connection, and `stopped`. */
export const lifecycle = (opened: (recorder: Recorder) => void, settingsHash: string | undefined): Collector => ({
  collect({ page, recorder, onStop }) {
    opened(recorder);
    const started = () => {
      const { browserAgentString, screenResolution, viewportResolution } = page.surroundings();
      const details = { type: 'started', browserAgentString, screenResolution, viewportResolution, settingsHash };
      recorder.record({ type: 'statusEvent', name: 'started', details });
    };
    const stopped = () => recorder.record({ type: 'statusEvent', name: 'stopped', details: { type: 'stopped' } });
    started();
    page.on('pagehide', stopped);
    page.on('pageshow', ({ persisted }) => persisted && started());
    onStop(stopped);
  },
});
