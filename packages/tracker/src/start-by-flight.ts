import type { SessionId, VisitorId } from '@sightline/protocol';
import type { Collector } from './collectors/collector.ts';
import type { Options } from './options.ts';
import { flightSettings, type FlightSettings } from './page/flight-settings.ts';
import { runningOn } from './page/running.ts';
import type { Presence } from './presence/presence-api.ts';
import { safeJson } from './recorder/safe-json.ts';
import type { Tracker } from './tracker-api.ts';

export interface ByFlightDeps {
  window: Window & typeof globalThis;
  options: Options;
  /** Starts the tracker with options that are complete. */
  begin(options: Options): Tracker;
}

/** Calls that a page may make before the settings are there. */
const WAITING_CALLS = 1_000;

/** Starts the tracker with what the server says of the flight; nothing is recorded, kept or sent before. Calls wait for it, with their time. */
export function startByFlight({ window, options, begin }: ByFlightDeps): Tracker {
  const running = runningOn<Tracker>(window);
  const now = running.get();
  if (now) return now;

  const controller = new AbortController();
  const waiting: ((tracker: Tracker) => void)[] = [];
  let tracker: Tracker | undefined;
  let offered: (presence: Presence | PromiseLike<Presence>) => void;
  const call = (task: (tracker: Tracker) => void) => {
    if (tracker) task(tracker);
    else if (waiting.length < WAITING_CALLS) waiting.push(task);
    else running.warn('too many calls before the settings were there');
  };

  const early: Tracker = {
    stop() {
      if (tracker) return tracker.stop();
      controller.abort();
      running.set(undefined);
    },
    track(name, details) {
      if (tracker) return tracker.track(name, details);
      const event: Collector = trackedAt(window.performance.now(), name, copyOf(details));
      // Where consent is asked for first, what happens before it is not recorded.
      call((begun) => void (begun.sessionId() && name && begun.add(event)));
    },
    identify: (person) => call((begun) => begun.identify(person)),
    setApplicationSpecificData(changes) {
      const copy = copyOf(changes) as typeof changes;
      call((begun) => begun.setApplicationSpecificData(copy));
    },
    add: (collector) => call((begun) => begun.add(collector)),
    grant: (...purposes) => call((begun) => begun.grant(...purposes)),
    revoke: (...purposes) => call((begun) => begun.revoke(...purposes)),
    presence: new Promise((resolve) => (offered = resolve)),
    sessionId: (): SessionId | undefined => tracker?.sessionId(),
    visitorId: (): VisitorId | undefined => tracker?.visitorId(),
  };
  running.set(early);

  flightSettings(window, options, controller.signal).then(
    (flight) => {
      if (controller.signal.aborted) return;
      running.set(undefined);
      const begun = begin(together(options, flight));
      tracker = begun;
      offered(begun.presence);
      addOnsOf(options.endpoint, flight, running.warn).forEach((coming) => coming.then((all) => all.forEach(begun.add), running.warn));
      for (const task of waiting.splice(0)) task(begun);
    },
    (error: unknown) => {
      if (!controller.signal.aborted) running.warn(`nothing is recorded: ${error instanceof Error ? error.message : String(error)}`);
    },
  );
  return early;
}

/** What the page says wins, option by option. */
export function together(options: Options, { hash, settings }: FlightSettings): Options {
  const { enabled: _, ...clock } = settings.presence;
  return {
    ...options,
    presence: { ...clock, ...options.presence },
    ...(settings.consent === 'required' && { consent: settings.consent }),
    doNotTrack: options.doNotTrack ?? settings.doNotTrack,
    settingsHash: hash,
    ...(settings.recording.enabled && { recording: { ...settings.recording, ...options.recording } }),
  };
}

/** What the settings ask for beside the core, each loaded by itself. */
const addOnsOf = (endpoint: string, { settings }: FlightSettings, warn: (message: string) => void): Promise<Collector[]>[] => {
  const { events, logui, presence } = settings;
  const given = events === 'all' ? {} : { events: events.join() };
  return [
    ...(presence.enabled ? [import('./presence/presence.ts').then((part) => [part.presence])] : []),
    ...(events.length > 0
      ? [import('./addons/more.ts').then(({ createMore }) => createMore(endpoint.replace(/\/?$/, '/')).wanted(given, warn))]
      : []),
    ...(logui ? [import('./addons/flight-groups.ts').then(({ flightGroups }) => [flightGroups(JSON.stringify(logui), warn)])] : []),
  ];
};

const trackedAt = (at: number, name: string, details: unknown): Collector => ({
  collect: ({ recorder }) => recorder.record({ type: 'customEvent', name: String(name), details, at }),
});

/** What the page changes in its own object later does not reach the log. */
const copyOf = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(safeJson(value)));
