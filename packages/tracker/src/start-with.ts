import type { Collector } from './collectors/collector.ts';
import { collectors } from './collectors/index.ts';
import type { Courier } from './delivery/delivery.ts';
import { createSession } from './identity/session.ts';
import type { Options } from './options.ts';
import { addressesOf } from './outbox/addresses.ts';
import { keptTexts } from './page/kept-texts.ts';
import { createPage } from './page/page.ts';
import { runningOn } from './page/running.ts';
import type { Presence } from './presence/presence-api.ts';
import { CONSENT_KEY, type Consent, type Purpose } from './privacy/consent.ts';
import type { CreateGate, Gate } from './privacy/gate.ts';
import { isRefused } from './privacy/refusal-of.ts';
import type { Tracker } from './tracker-api.ts';
import { createTracker, type Tracking } from './tracker.ts';

/** What the ways in bring along, each when it is asked for. */
export interface Ways {
  courier(): Promise<Courier>;
  gate(): Promise<CreateGate>;
}

/** Starts the tracker on a window, with options that are right; see `start`. */
export function startWith(window: Window & typeof globalThis, options: Options, { courier, gate }: Ways): Tracker {
  const running = runningOn<Tracker>(window);
  const now = running.get();
  if (now) return now;

  const all: Collector[] = [...collectors];
  const data = { ...options.applicationSpecificData };
  const consent: Pick<Consent, 'has'> = { has: () => true };
  let offered: (presence: Presence) => void;
  let tracking: Tracking | undefined;
  let gated: Promise<Gate> | undefined;

  const begin = () => {
    try {
      const mine = createTracker(
        (report) => createPage(window, report),
        { ...options, applicationSpecificData: data },
        {
          collectors: all,
          session: (page) => createSession(page, options.presence),
          addresses: addressesOf(options.endpoint),
          courier,
          consent,
          offered,
        },
      );
      tracking = mine;
      Object.assign(tracker, mine, {
        add(collector: Collector) {
          all.push(collector);
          mine.add(collector);
        },
        stop() {
          mine.stop();
          running.set(undefined);
        },
      });
    } catch (error) {
      // Whatever a strange browser lacks, the page goes on.
      running.warn(String(error));
    }
    return tracking;
  };
  const ask = () => (gated ??= gate().then((create) => create({ window, options, consent, running: tracking, begin })));
  const agree =
    (agreed: boolean) =>
    (...purposes: Purpose[]) =>
      void ask().then((asked) => asked.agree(agreed, purposes), running.warn);

  const tracker: Tracker = {
    ...idle,
    presence: new Promise((resolve) => (offered = resolve)),
    add: (collector) => void all.push(collector),
    setApplicationSpecificData: (changes) => void Object.assign(data, changes),
    grant: agree(true),
    revoke: agree(false),
  };
  running.set(tracker);
  const { consent: asked, doNotTrack } = options;
  const local = keptTexts(() => window.localStorage);
  if (asked || local.get(CONSENT_KEY) || (doNotTrack !== 'ignore' && isRefused(window))) ask().catch(running.warn);
  else begin();
  return tracker;
}

const nothing = () => undefined;
/** Answers every call, and does nothing. */
export const idle = { stop: nothing, track: nothing, identify: nothing, sessionId: nothing, visitorId: nothing };
