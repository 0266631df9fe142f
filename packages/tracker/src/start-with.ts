import { collectors } from './collectors/index.ts';
import type { Collector } from './collectors/collector.ts';
import type { CreateDelivery } from './delivery/delivery.ts';
import { SESSION_LIMITS, createSession } from './identity/session.ts';
import type { Options } from './options.ts';
import { addressesOf } from './outbox/addresses.ts';
import { keptTexts } from './page/kept-texts.ts';
import { createPage } from './page/page.ts';
import { runningOn } from './page/running.ts';
import type { Presence } from './presence/presence-api.ts';
import { createConsent, PURPOSES, type Purpose } from './privacy/consent.ts';
import { refusalOf } from './privacy/refusal-of.ts';
import { createTracker, type Tracking } from './tracker.ts';
import type { Tracker } from './start.ts';

/** What the ways in bring along. */
export interface Ways {
  delivery(): Promise<CreateDelivery>;
}

/** Starts the tracker on a window, with options that are right; see `start`. */
export function startWith(window: Window & typeof globalThis, options: Options, { delivery }: Ways): Tracker {
  const running = runningOn<Tracker>(window);
  const now = running.get();
  if (now) return now;
  const { endpoint, consent: asked, doNotTrack } = options;
  const refused = doNotTrack !== 'ignore' && refusalOf(window);
  const consent = createConsent(
    keptTexts(() => window.localStorage),
    asked !== undefined,
  );
  const added: Collector[] = [];
  let data = { ...options.applicationSpecificData };
  let tracking: Tracking | undefined;
  let offered: (presence: Presence) => void;
  const presence = new Promise<Presence>((resolve) => (offered = resolve));

  const begin = () => {
    if (refused || tracking || !consent.has('interaction')) return;
    try {
      tracking = createTracker(
        (report) => createPage(window, report),
        { ...options, applicationSpecificData: data },
        {
          collectors,
          session: (page) => createSession(page, { ...SESSION_LIMITS, ...options.session }),
          addresses: addressesOf(endpoint),
          delivery,
          consent,
          offered,
        },
      );
      added.forEach(tracking.add);
    } catch (error) {
      // Whatever a strange browser lacks, the page goes on.
      running.warn(`nothing is recorded: ${String(error)}`);
    }
  };
  const end = () => {
    tracking?.stop();
    tracking = undefined;
  };
  const agree = (agreed: boolean, purposes: readonly Purpose[]) => {
    consent.set(agreed, purposes.length > 0 ? purposes : PURPOSES);
    begin();
    tracking?.consented();
    if (!consent.has('interaction')) end();
  };
  const tracker: Tracker = {
    stop() {
      end();
      running.set(undefined);
    },
    track: (name, details) => tracking?.track(name, details),
    identify: (person) => tracking?.identify(person),
    setApplicationSpecificData(changes) {
      data = { ...data, ...changes };
      tracking?.setApplicationSpecificData(changes);
    },
    presence,
    add(collector) {
      added.push(collector);
      tracking?.add(collector);
    },
    grant: (...purposes) => agree(true, purposes),
    revoke: (...purposes) => agree(false, purposes),
    sessionId: () => tracking?.sessionId(),
    visitorId: () => tracking?.visitorId(),
  };
  running.set(tracker);
  begin();
  return tracker;
}
