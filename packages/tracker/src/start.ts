import { collectors } from './collectors/index.ts';
import { SESSION_LIMITS, createSession } from './identity/session.ts';
import { problemsOf, type Options } from './options.ts';
import { createPage } from './page/page.ts';
import { runningOn } from './page/running.ts';
import { addressesOf } from './transports/addresses.ts';
import { createTracker, type Tracker } from './tracker.ts';

/**
 * Starts the tracker on this page. Wrong options are named in the console and start nothing; where there is no browser, as on
 * a server, nothing happens; a second call answers the tracker that runs.
 */
export function start(options: Options): Tracker {
  if (typeof window === 'undefined') return idleTracker();
  const running = runningOn<Tracker>(window);
  const now = running.get();
  if (now) return now;

  let tracker: Tracker | undefined;
  const problems = problemsOf(options);
  if (problems.length > 0) {
    running.warn(`nothing is recorded. ${problems.join('; ')}`);
    return idleTracker();
  }
  try {
    tracker = createTracker((report) => createPage(window, report), options, {
      collectors,
      session: (page) => createSession(page, { ...SESSION_LIMITS, ...options.session }),
      addresses: addressesOf(options.endpoint),
    });
  } catch (error) {
    // Whatever a strange browser lacks, the page goes on.
    running.warn(`nothing is recorded: ${String(error)}`);
    return idleTracker();
  }
  const { stop } = tracker;
  const started: Tracker = {
    ...tracker,
    stop() {
      stop();
      running.set(undefined);
    },
  };
  running.set(started);
  return started;
}

const nothing = () => undefined;
/** Answers every call, and does nothing. */
const idleTracker = (): Tracker => ({
  stop: nothing,
  track: nothing,
  setApplicationSpecificData: nothing,
  add: nothing,
  presence: new Promise<never>(nothing),
  sessionId: nothing,
  visitorId: nothing,
});
