import type { SessionId, VisitorId } from '@sightline/protocol';
import { problemsOf, type Options } from './options.ts';
import { warn } from './page/running.ts';
import type { Presence } from './presence/presence-api.ts';
import type { Purpose } from './privacy/consent.ts';
import { startByFlight } from './start-by-flight.ts';
import { idle, startWith } from './start-with.ts';
import type { Tracking } from './tracker.ts';

/** The tracker, whether it may record or not. */
export interface Tracker extends Pick<Tracking, 'stop' | 'track' | 'identify' | 'setApplicationSpecificData' | 'add'> {
  /** What can be asked of presence, once its script is there. */
  presence: Promise<Presence>;
  /** The visitor agrees: to these purposes, or to all. Remembered for later pages. */
  grant(...purposes: Purpose[]): void;
  /** The visitor does not agree any more; without `interaction` nothing is recorded. What was recorded before is still sent. */
  revoke(...purposes: Purpose[]): void;
  sessionId(): SessionId | undefined;
  visitorId(): VisitorId | undefined;
}

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
