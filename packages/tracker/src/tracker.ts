import type { IdentifiedDetails, OutboxChangedDetails, SessionId, TrackerFailedDetails, VisitorId } from '@sightline/protocol';
import type { Collector, Surface } from './collectors/collector.ts';
import type { Courier, Delivery } from './delivery/delivery.ts';
import type { Session } from './identity/session.ts';
import { createTab } from './identity/tab.ts';
import { visitor as visitorOf } from './identity/visitor.ts';
import type { Options } from './options.ts';
import type { Addresses } from './outbox/addresses.ts';
import { collectText } from './outbox/collect-text.ts';
import { createOutbox } from './outbox/outbox.ts';
import { steadyStore } from './outbox/steady-store.ts';
import { createTail } from './outbox/tail.ts';
import { createWaiting } from './outbox/waiting.ts';
import type { Page } from './page/page.ts';
import type { Presence } from './presence/presence-api.ts';
import type { Consent } from './privacy/consent.ts';
import { createClock } from './recorder/clock.ts';
import { createRecorder } from './recorder/recorder.ts';
import { safeJson } from './recorder/safe-json.ts';
import { TRACKER_VERSION } from './version.ts';

/** The tracker on one page, while it may record. */
export interface Tracking {
  /** Ends tracking; what was recorded is still kept and sent. */
  stop(): void;
  /** Records an event of the page's own. */
  track(name: string, details?: unknown): void;
  /** Tells who the visitor is: an email address, a participant code. */
  identify(person: string): void;
  /** Changes the study's own fields from now on; `null` deletes one. */
  setApplicationSpecificData(changes: Record<string, unknown>): void;
  /** Adds a collector, as add-ons do; one that stays away costs nothing. */
  add(collector: Collector): void;
  /** Records something about the tracker itself. */
  tell(name: string, details?: unknown): void;
  sessionId(): SessionId;
  visitorId(): VisitorId;
}

/** What differs between the ways in: the script of its own, and LogUI's. */
export interface Parts {
  collectors: readonly Collector[];
  /** The visit that events belong to. */
  session(page: Page): Session;
  addresses: Addresses;
  /** Loads what talks to the server; the core works without it until it is there. */
  courier(): Promise<Courier>;
  consent?: Pick<Consent, 'has'>;
  offered?(presence: Presence): void;
  /** The server refused this page for good. */
  refused?(reason: string): void;
}

/** Browsers refuse keepalive requests of more than 64 KiB in all. */
const KEEPALIVE_BYTES = 60_000;
/** A tracker that fails again and again would say the same each time. */
const REPORTED_FAILURES = 5;
const LOAD_AGAIN_MS = 30_000;

/** Puts the tracker together on a page and starts it. */
export function createTracker(
  openPage: (report: (error: unknown) => void) => Page,
  options: Omit<Options, 'endpoint'>,
  { collectors, session: sessionOf, addresses, courier, consent, offered, refused }: Parts,
): Tracking {
  const { token, applicationSpecificData } = options;
  let failures = 0;
  let delivery: Delivery | undefined;
  const status = (name: string, details?: unknown) => recorder.record({ type: 'statusEvent', name, details });
  const page = openPage((error) => {
    if ((failures += 1) <= REPORTED_FAILURES) status('trackerFailed', { message: String(error) } satisfies TrackerFailedDetails);
  });
  const { guard, wall, after, watch, on, onceShown } = page;

  const beginnings: ((first: boolean) => void)[] = [];
  const endings: (() => void)[] = [];
  const leavings: ((at?: number) => void)[] = [];
  const moves: (() => void)[] = [];
  const into =
    <Given extends unknown[]>(runs: ((...given: Given) => void)[]) =>
    (run: (...given: Given) => void) =>
      void runs.push(guard(run));
  const visitor = visitorOf(page);
  const session = sessionOf(page);
  const tail = createTail(page.local);
  const loading = courier();

  const changed = (details: Omit<OutboxChangedDetails, 'storage'>) =>
    status('outboxChanged', { storage: storage(), ...details } satisfies OutboxChangedDetails);
  const store = steadyStore(
    loading.then(({ databaseStore }) => databaseStore(page)),
    (reason) => changed({ reason }),
  );
  const storage = () => (store.durable ? 'indexeddb' : 'memory');

  const handshake = () =>
    JSON.stringify({
      messageType: 'logui-handshake-request',
      sessionUUID: session.id(),
      clientTimestamp: wall(),
      clientVersion: TRACKER_VERSION,
      applicationIdentifier: token,
      applicationSpecificData: {},
      protocolVersion: 1,
      visitor,
      pageOrigin: page.pageOrigin,
    });
  const waiting = createWaiting({ wall, clock: (sentAt) => delivery?.clock(sentAt) ?? { sentAt } });
  const outbox = createOutbox({
    ...page,
    store,
    tail,
    waiting,
    tab: createTab(page),
    session,
    token,
    settled: (tab) => delivery?.settled(tab),
    ready: () => delivery?.ready(),
    renewed: () => beginnings.forEach((begin) => begin(false)),
    hasRoom: (characters) => delivery?.hasRoom(characters) ?? true,
  });
  const recorder = createRecorder({
    ...page,
    moment: createClock(page),
    keep: outbox.keep,
    before: outbox.before,
    moved: () => moves.forEach((move) => move()),
  });

  const leave = (at?: number) => {
    for (const run of leavings) run(at);
    outbox.leave();
    const payloads = waiting.last(KEEPALIVE_BYTES);
    if (payloads.length > 0) page.postLast(addresses.collect, collectText(handshake(), payloads));
  };

  let data = {};
  const changeData = (changes: Record<string, unknown>) => {
    const copy: object = JSON.parse(safeJson(changes));
    data = Object.fromEntries(Object.entries({ ...data, ...copy }).filter(([, value]) => value !== null));
    recorder.setData(data);
  };

  const surface: Surface = {
    page,
    recorder,
    session,
    outbox,
    store,
    options,
    consent,
    startedAt: page.monotonic(),
    storage,
    offer: offered,
    onSession: into(beginnings),
    onLeave: into(leavings),
    onMove: into(moves),
    onStop: into(endings),
  };
  const add = ({ collect }: Collector) => onceShown(guard(() => collect(surface)));

  const load = (given: Promise<Courier>) =>
    given.then(
      guard(({ createDelivery }: Courier) => {
        delivery = createDelivery({
          surface,
          token,
          addresses,
          handshake,
          waiting,
          outbox,
          store,
          tail,
          changed,
          refused,
        });
      }),
      // Until then events wait in the outbox, and go over as the page is left.
      () => void after(LOAD_AGAIN_MS, () => load(courier())),
    );

  onceShown(
    guard(() => {
      changeData(applicationSpecificData ?? {});
      collectors.forEach(add);
      on('pagehide', ({ timeStamp }) => leave(timeStamp));
      on('pageshow', ({ persisted }) => persisted && watch(outbox.settle()));
      page.onVisibility((visible) => visible || outbox.secure());
      beginnings.forEach((run) => run(true));
      watch(outbox.settle());
      void load(loading);
    }),
  );

  return {
    stop: guard(() => {
      for (const end of endings) end();
      leave();
      page.end();
    }),
    track: guard((name: string, details?: unknown) => {
      if (!name) return page.warn('track needs a name');
      recorder.record({ type: 'customEvent', name: String(name), details });
    }),
    identify: guard((person: string) => status('identified', { person } satisfies IdentifiedDetails)),
    setApplicationSpecificData: guard((changes: Record<string, unknown>) => {
      changeData(changes);
      status('applicationSpecificDataUpdated');
    }),
    tell: guard(status),
    add,
    sessionId: session.id,
    visitorId: () => visitor,
  };
}
