import { problemsOf, type Options } from './options.ts';
import { warn } from './page/running.ts';
import { startByFlight } from './start-by-flight.ts';
import { idle, startWith } from './start-with.ts';
import type { Tracker } from './tracker-api.ts';

/**
 * Starts the tracker on this page. Wrong options are named in the console and start nothing; where there is no browser, as on
 * a server, nothing happens; a second call answers the tracker that runs.
 */
export function start(options: Options): Tracker {
  if (typeof window === 'undefined') return idleTracker();
  const problems = problemsOf(options);
  if (problems.length > 0) {
    warn(window, `nothing is recorded. ${problems.join('; ')}`);
    return idleTracker();
  }
  if (options.settings === 'flight') return startByFlight({ window, options, begin });
  return begin(options);
}

function begin(options: Options): Tracker {
  const tracker = startWith(window, options, {
    courier: () => import('./delivery/courier.ts'),
    gate: async () => (await import('./privacy/gate.ts')).createGate,
  });
  const { recording } = options;
  const tell = (message: unknown) => warn(window, String(message));
  if (recording) {
    import('./recording/asked-recording.ts').then(
      ({ askedRecording }) => askedRecording(window, recording, tell).forEach(tracker.add),
      tell,
    );
  }
  return tracker;
}

const idleTracker = (): Tracker => ({
  ...idle,
  setApplicationSpecificData: idle.stop,
  add: idle.stop,
  presence: new Promise<never>(idle.stop),
  grant: idle.stop,
  revoke: idle.stop,
});
